package io.callsheet.pipeline;

import io.callsheet.collect.VideoFolder;
import io.callsheet.ledger.Asset;
import io.callsheet.ledger.EarlierRender;
import io.callsheet.ledger.HistoryBook;
import io.callsheet.ledger.PreviousRender;
import io.callsheet.ledger.Quarantined;
import io.callsheet.ledger.Run;
import io.callsheet.ledger.UnplannedRow;
import io.callsheet.model.AssetFacts;
import io.callsheet.model.AssetRole;
import io.callsheet.model.Sha256;
import io.callsheet.plan.Earlier;
import io.callsheet.plan.History;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** The ledger's memory of contents, as far as the job allows it to be used. */
final class LedgerHistory implements History {
  private final HistoryBook book;
  private final Run run;
  private final Instant since;
  private final Duration maxAge;
  private final boolean verifies;
  private final Set<Asset> held;

  LedgerHistory(Campaign campaign, Run run) {
    this.maxAge = campaign.job().reuseMaxAge();
    this.book = campaign.ledger().histories();
    this.run = run;
    this.since = campaign.clock().instant().minus(maxAge);
    this.verifies = run.round() > 1;
    this.held =
        campaign.ledger().quarantines().open(run.id()).stream()
            .map(Quarantined::asset)
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Set<Sha256> known(Collection<Sha256> contents) {
    return book.known(contents);
  }

  @Override
  public boolean isDoubtful(Sha256 content) {
    return book.isDoubtful(content);
  }

  /** Only one whose file still seems to be there; collect verifies it before it counts. */
  @Override
  public Earlier render(Sha256 content) {
    List<EarlierRender> young = run.reuse() ? book.earlier(content, since) : List.of();
    if (!young.isEmpty()) {
      return young.stream()
          .filter(this::isThere)
          .findFirst()
          .<Earlier>map(Earlier.Usable::new)
          .orElseGet(() -> new Earlier.Barred("the earlier file is gone"));
    }
    boolean none = book.earlier(content, Instant.EPOCH).isEmpty();
    return none ? new Earlier.None() : new Earlier.Barred(rule());
  }

  private String rule() {
    if (!run.reuse()) {
      return "--no-reuse";
    }
    return maxAge.isZero()
        ? "reuse.max-age is 0d"
        : "older than reuse.max-age (" + age(maxAge) + ")";
  }

  /** As a job file says it. */
  private static String age(Duration age) {
    if (age.toSeconds() % 60 != 0) {
      return age.toSeconds() + "s";
    }
    if (age.toMinutes() % 60 != 0) {
      return age.toMinutes() + "m";
    }
    return age.toHours() % 24 != 0 ? age.toHours() + "h" : age.toDays() + "d";
  }

  @Override
  public Set<Long> delivered(Collection<UnplannedRow> rows) {
    return book.delivered(run, rows);
  }

  @Override
  public Optional<PreviousRender> previous(UnplannedRow row) {
    return book.previous(run, row.key(), row.character(), row.performance());
  }

  /** A redrive reads the file: what collect has just found changed would come round for ever. */
  private boolean isThere(EarlierRender earlier) {
    VideoFolder folder = new VideoFolder(earlier.output());
    try {
      return verifies
          ? folder.find(earlier.video(), earlier.sha256()).isPresent()
          : folder.mayHold(earlier.video(), earlier.sha256());
    } catch (IOException e) {
      // What cannot be read cannot be delivered.
      return false;
    }
  }

  @Override
  public boolean isHeld(AssetFacts image, AssetFacts video) {
    return held.contains(new Asset(AssetRole.CHARACTER, image.sha256()))
        || held.contains(new Asset(AssetRole.PERFORMANCE, video.sha256()));
  }

  @Override
  public OptionalLong leader(Sha256 content) {
    return book.leader(run.id(), content);
  }
}

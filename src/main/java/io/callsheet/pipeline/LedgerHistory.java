package io.callsheet.pipeline;

import io.callsheet.collect.VideoFolder;
import io.callsheet.ledger.Asset;
import io.callsheet.ledger.EarlierRender;
import io.callsheet.ledger.PlanBook;
import io.callsheet.ledger.Quarantined;
import io.callsheet.ledger.Run;
import io.callsheet.model.AssetFacts;
import io.callsheet.model.AssetRole;
import io.callsheet.model.Sha256;
import io.callsheet.plan.History;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** The ledger's memory of contents, as far as the job allows it to be used. */
final class LedgerHistory implements History {
  private final PlanBook plans;
  private final Run run;
  private final Instant since;
  private final boolean reuses;
  private final boolean verifies;
  private final Set<Asset> held;

  LedgerHistory(Campaign campaign, Run run) {
    Duration maxAge = campaign.job().reuseMaxAge();
    this.plans = campaign.ledger().plans();
    this.run = run;
    this.since = campaign.clock().instant().minus(maxAge);
    this.verifies = run.round() > 1;
    this.held =
        campaign.ledger().quarantines().open(run.id()).stream()
            .map(Quarantined::asset)
            .collect(Collectors.toUnmodifiableSet());
    this.reuses = run.reuse() && !maxAge.isZero();
  }

  @Override
  public boolean isDoubtful(Sha256 content) {
    return plans.isDoubtful(content);
  }

  /** Only one whose file still seems to be there; collect verifies it before it counts. */
  @Override
  public Optional<EarlierRender> render(Sha256 content) {
    if (!reuses) {
      return Optional.empty();
    }
    return plans.earlier(content, since).stream().filter(this::isThere).findFirst();
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
    return plans.leader(run.id(), content);
  }
}

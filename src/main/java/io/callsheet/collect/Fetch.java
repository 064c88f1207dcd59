package io.callsheet.collect;

import io.callsheet.asset.MediaProbe;
import io.callsheet.asset.UnusableMedia;
import io.callsheet.lane.Backoff;
import io.callsheet.lane.Outage;
import io.callsheet.lane.Pause;
import io.callsheet.lane.RunControl;
import io.callsheet.ledger.CollectBook.Delivered;
import io.callsheet.ledger.CollectBook.EarlierGone;
import io.callsheet.ledger.CollectBook.Later;
import io.callsheet.ledger.CollectBook.Lost;
import io.callsheet.ledger.CollectRow;
import io.callsheet.ledger.EarlierRender;
import io.callsheet.model.AssetFacts;
import io.callsheet.model.Sha256;
import io.callsheet.provider.DownloadOutcome;
import io.callsheet.provider.RenderService;
import io.callsheet.provider.StatusOutcome;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Fetches one video and checks that it is whole and playable before it counts. */
public final class Fetch {
  /**
   * After so many refusals, each of a fresh address, the service cannot deliver: about 5 minutes.
   */
  private static final int MOST_REFUSALS = 10;

  private static final Duration OUTAGE = Duration.ofMinutes(10);

  private final RenderService service;
  private final MediaProbe probe;
  private final VideoFolder folder;
  private final RunControl control;
  private final InstantSource clock;
  private final Outage outage;
  private final Map<Long, Sha256> broken = new ConcurrentHashMap<>();
  private final Map<Long, Integer> refusals = new ConcurrentHashMap<>();

  public Fetch(
      RenderService service,
      MediaProbe probe,
      VideoFolder folder,
      RunControl control,
      InstantSource clock) {
    this.service = service;
    this.probe = probe;
    this.folder = folder;
    this.control = control;
    this.clock = clock;
    this.outage = new Outage(OUTAGE, clock);
  }

  Fetched of(CollectRow row) {
    try {
      if (row.announced() != null && folder.holds(row.video(), row.announced())) {
        return inPlace(row);
      }
      if (row.source() instanceof CollectRow.Earlier earlier) {
        return again(row, earlier.render());
      }
      CollectRow.Task task = (CollectRow.Task) row.source();
      Path temporary = folder.temporary(row.no());
      return arrived(row, temporary, service.download(task.file(), temporary));
    } catch (IOException e) {
      return noRoom(row, e.toString());
    }
  }

  /** An earlier process died after the file had moved and before that was written down. */
  private Fetched inPlace(CollectRow row) throws IOException {
    try {
      AssetFacts facts = probe.probe(folder.path(row.video()));
      return new Fetched(delivered(row, facts), null, row.video());
    } catch (UnusableMedia e) {
      throw new IOException(row.video() + " passed every check and now does not: " + e, e);
    }
  }

  /** Delivers an earlier render once more, if it is still what it was. */
  private Fetched again(CollectRow row, EarlierRender earlier) throws IOException {
    Optional<Path> source =
        new VideoFolder(earlier.output()).find(earlier.video(), earlier.sha256());
    if (source.isEmpty()) {
      String message =
          "the video of %s in %s is gone or changed; redrive renders it anew"
              .formatted(earlier.key(), earlier.run());
      return new Fetched(new EarlierGone(row.no(), message), null, row.video());
    }
    Delivered delivered = new Delivered(row.no(), earlier.sha256(), earlier.length(), true);
    if (folder.holds(row.video(), earlier.sha256())) {
      return new Fetched(delivered, null, row.video());
    }
    Path temporary = folder.temporary(row.no());
    Files.copy(source.get(), temporary);
    return new Fetched(delivered, temporary, row.video());
  }

  private Fetched arrived(CollectRow row, Path temporary, DownloadOutcome outcome)
      throws IOException {
    if (outcome instanceof DownloadOutcome.Fetched) {
      outage.answered();
      return checked(row, temporary);
    }
    if (outcome instanceof DownloadOutcome.NoRoom full) {
      return noRoom(row, full.message());
    }
    if (outcome instanceof DownloadOutcome.Gone gone) {
      return refused(row, gone.message());
    }
    if (outcome instanceof DownloadOutcome.Forbidden forbidden) {
      return refused(row, forbidden.message());
    }
    String message = ((DownloadOutcome.Broken) outcome).message();
    if (outage.failedForLong()) {
      control.pause(
          new Pause(
              Pause.Kind.UNREACHABLE, "no video could be fetched for 10 minutes: " + message));
    }
    return later(row);
  }

  private Fetched checked(CollectRow row, Path temporary) throws IOException {
    try {
      AssetFacts facts = probe.probe(temporary);
      if (!facts.type().isImage()) {
        return new Fetched(delivered(row, facts), temporary, row.video());
      }
      return unplayable(row, temporary, "is an image");
    } catch (UnusableMedia e) {
      return unplayable(row, temporary, e.problem());
    }
  }

  /** The same bytes twice are what the service has; other bytes may get better. */
  private Fetched unplayable(CollectRow row, Path temporary, String problem) throws IOException {
    Sha256 bytes = VideoFolder.digest(temporary);
    if (!bytes.equals(broken.put(row.no(), bytes))) {
      return later(row);
    }
    Path kept = folder.keepBroken(temporary, row.video());
    return lost(row, "the service delivers a file that " + problem + "; it is kept as " + kept);
  }

  private Fetched refused(CollectRow row, String message) {
    outage.answered();
    return refusals.merge(row.no(), 1, Integer::sum) >= MOST_REFUSALS
        ? lost(row, "the service does not deliver it: " + message)
        : later(row);
  }

  private static Delivered delivered(CollectRow row, AssetFacts facts) {
    boolean reused = row.source() instanceof CollectRow.Earlier;
    return new Delivered(row.no(), facts.sha256(), facts.length(), reused);
  }

  /** Tries again after a rest, at the address that the service gives by then. */
  private Fetched later(CollectRow row) {
    URI fresh = null;
    if (row.source() instanceof CollectRow.Task task
        && service.status(task.id()) instanceof StatusOutcome.Finished finished) {
      fresh = finished.file();
    }
    return later(row, fresh, Backoff.after(row.tries()));
  }

  private Fetched later(CollectRow row, @Nullable URI fresh, Duration rest) {
    return new Fetched(new Later(row.no(), clock.instant().plus(rest), fresh), null, row.video());
  }

  private Fetched noRoom(CollectRow row, String message) {
    control.pause(
        new Pause(Pause.Kind.DISK, "videos cannot be written, free some space: " + message));
    return later(row, null, Duration.ZERO);
  }

  private static Fetched lost(CollectRow row, String message) {
    return new Fetched(new Lost(row.no(), "PAID BUT LOST: " + message), null, row.video());
  }
}

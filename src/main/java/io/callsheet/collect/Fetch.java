package io.callsheet.collect;

import io.callsheet.asset.MediaProbe;
import io.callsheet.asset.UnusableMedia;
import io.callsheet.lane.Backoff;
import io.callsheet.lane.Pause;
import io.callsheet.lane.RunControl;
import io.callsheet.ledger.CollectBook.Delivered;
import io.callsheet.ledger.CollectBook.Later;
import io.callsheet.ledger.CollectBook.Lost;
import io.callsheet.ledger.CollectRow;
import io.callsheet.model.AssetFacts;
import io.callsheet.provider.DownloadOutcome;
import io.callsheet.provider.RenderService;
import io.callsheet.provider.StatusOutcome;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Fetches one video and checks that it is whole and playable before it counts. */
public final class Fetch {
  /** With the pauses between them these tries span about a day, the life of a result URL. */
  private static final int MOST_TRIES = 1500;

  private final RenderService service;
  private final MediaProbe probe;
  private final VideoFolder folder;
  private final RunControl control;
  private final InstantSource clock;

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
  }

  Fetched of(CollectRow row) {
    try {
      if (row.announced() != null && folder.holds(row.video(), row.announced())) {
        return verified(row, folder.path(row.video()), null);
      }
      Path temporary = folder.temporary(row.no());
      return arrived(row, temporary, service.download(row.file(), temporary));
    } catch (IOException e) {
      return noRoom(row, e.toString());
    }
  }

  private Fetched arrived(CollectRow row, Path temporary, DownloadOutcome outcome)
      throws IOException {
    if (outcome instanceof DownloadOutcome.Fetched) {
      return verified(row, temporary, temporary);
    }
    if (outcome instanceof DownloadOutcome.NoRoom full) {
      return noRoom(row, full.message());
    }
    if (outcome instanceof DownloadOutcome.Forbidden forbidden) {
      return lost(row, forbidden.message());
    }
    return later(row, message(outcome));
  }

  /** Checks the bytes; {@code temporary} is null if they are in place already. */
  private Fetched verified(CollectRow row, Path file, @Nullable Path temporary) throws IOException {
    try {
      AssetFacts facts = probe.probe(file);
      if (!facts.type().isImage() && !facts.length().isZero()) {
        return new Fetched(
            new Delivered(row.no(), facts.sha256(), facts.length()), temporary, row.video());
      }
      Files.delete(file);
      return later(row, "the result is no playable video");
    } catch (UnusableMedia e) {
      Files.deleteIfExists(file);
      return later(row, "the result " + e.getMessage());
    }
  }

  /** Tries again after a rest, at the address that the service gives by then. */
  private Fetched later(CollectRow row, String message) {
    if (row.tries() >= MOST_TRIES) {
      return lost(row, message);
    }
    URI fresh = null;
    if (service.status(row.task()) instanceof StatusOutcome.Finished finished) {
      fresh = finished.file();
    }
    return new Fetched(
        new Later(row.no(), clock.instant().plus(Backoff.after(row.tries())), fresh),
        null,
        row.video());
  }

  private Fetched noRoom(CollectRow row, String message) {
    control.pause(
        new Pause(Pause.Kind.DISK, "cannot write videos (free space, then resume): " + message));
    return new Fetched(new Later(row.no(), clock.instant(), null), null, row.video());
  }

  private static Fetched lost(CollectRow row, String message) {
    return new Fetched(
        new Lost(row.no(), "paid, but the video cannot be fetched: " + message), null, row.video());
  }

  private static String message(DownloadOutcome outcome) {
    if (outcome instanceof DownloadOutcome.Gone gone) {
      return gone.message();
    }
    return outcome instanceof DownloadOutcome.Broken broken ? broken.message() : "";
  }
}

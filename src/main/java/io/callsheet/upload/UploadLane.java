package io.callsheet.upload;

import io.callsheet.lane.Backoff;
import io.callsheet.lane.Lane;
import io.callsheet.lane.Outage;
import io.callsheet.lane.Pause;
import io.callsheet.lane.RunControl;
import io.callsheet.ledger.Ledger;
import io.callsheet.ledger.UploadBook.Uploaded;
import io.callsheet.ledger.UploadRow;
import io.callsheet.model.RowState;
import io.callsheet.model.RunId;
import io.callsheet.storage.StoreOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts both assets of each row into storage, each distinct file once: READY becomes STAGED. */
public final class UploadLane implements Lane<UploadRow, Uploaded> {
  private static final int WIDTH = 16;
  private static final int AHEAD = 128;
  private static final Duration OUTAGE = Duration.ofMinutes(10);

  private final Ledger ledger;
  private final RunId run;
  private final StoredAssets stored;
  private final RunControl control;
  private final InstantSource clock;
  private final Outage outage;

  public UploadLane(
      Ledger ledger, RunId run, StoredAssets stored, RunControl control, InstantSource clock) {
    this.ledger = ledger;
    this.run = run;
    this.stored = stored;
    this.control = control;
    this.clock = clock;
    this.outage = new Outage(OUTAGE, clock);
  }

  @Override
  public String name() {
    return "upload";
  }

  @Override
  public Set<String> feeds() {
    return Set.of("submit");
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public long rowNo(UploadRow row) {
    return row.no();
  }

  @Override
  public boolean worksWhileDraining() {
    return false;
  }

  @Override
  public Duration patience() {
    return Duration.ofSeconds(5);
  }

  @Override
  public List<UploadRow> claim(int limit) {
    return ledger.uploads().due(run, limit);
  }

  @Override
  public int ahead() {
    return AHEAD;
  }

  @Override
  public Optional<Instant> nextDue() {
    return ledger.lanes().nextDue(run, RowState.READY);
  }

  @Override
  public Uploaded work(UploadRow row) throws InterruptedException {
    StoreOutcome image = stored.put(row.image(), row.imagePath());
    if (!(image instanceof StoreOutcome.Stored)) {
      return instead(row, image);
    }
    StoreOutcome video = stored.put(row.video(), row.videoPath());
    if (!(video instanceof StoreOutcome.Stored)) {
      return instead(row, video);
    }
    outage.answered();
    return new Uploaded.Staged(row.no());
  }

  private Uploaded instead(UploadRow row, StoreOutcome outcome) {
    if (outcome instanceof StoreOutcome.Changed changed) {
      return new Uploaded.Changed(row.no(), changed.message());
    }
    if (outcome instanceof StoreOutcome.Denied denied) {
      control.pause(new Pause(Pause.Kind.STORAGE, denied.message()));
    } else if (outcome instanceof StoreOutcome.Unreachable down && outage.failedForLong()) {
      control.pause(new Pause(Pause.Kind.STORAGE, down.message()));
    }
    return new Uploaded.Later(row.no(), clock.instant().plus(Backoff.after(row.tries())));
  }

  @Override
  public void record(List<Uploaded> done) {
    ledger.uploads().record(run, done);
  }
}

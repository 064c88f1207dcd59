package io.callsheet.collect;

import io.callsheet.lane.Lane;
import io.callsheet.lane.Pause;
import io.callsheet.lane.RunControl;
import io.callsheet.lane.Tolerance;
import io.callsheet.ledger.CollectBook.Collected;
import io.callsheet.ledger.CollectBook.Delivered;
import io.callsheet.ledger.CollectBook.Later;
import io.callsheet.ledger.CollectBook.Lost;
import io.callsheet.ledger.CollectRow;
import io.callsheet.ledger.Ledger;
import io.callsheet.model.RowState;
import io.callsheet.model.RunId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings the finished videos home: RENDERED becomes SUCCEEDED once the file is in place. */
public final class CollectLane implements Lane<CollectRow, Fetched> {
  private static final int WIDTH = 16;
  private static final Duration KEPT = Duration.ofMillis(200);
  private static final Duration PACE = Duration.ofMillis(150);

  private final Ledger ledger;
  private final RunId run;
  private final Fetch fetch;
  private final VideoFolder folder;
  private final Tolerance tolerance;
  private final RunControl control;
  private final InstantSource clock;

  public CollectLane(
      Ledger ledger,
      RunId run,
      Fetch fetch,
      VideoFolder folder,
      Tolerance tolerance,
      RunControl control,
      InstantSource clock) {
    this.ledger = ledger;
    this.run = run;
    this.fetch = fetch;
    this.folder = folder;
    this.tolerance = tolerance;
    this.control = control;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "collect";
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public long rowNo(CollectRow row) {
    return row.no();
  }

  @Override
  public boolean worksWhileDraining() {
    return true;
  }

  @Override
  public Duration patience() {
    return Duration.ofSeconds(2);
  }

  @Override
  public List<CollectRow> claim(int limit) {
    return ledger.collects().due(run, limit);
  }

  @Override
  public Optional<Instant> nextDue() {
    return ledger.lanes().nextDue(run, RowState.RENDERED);
  }

  @Override
  public Fetched work(CollectRow row) {
    return fetch.of(row);
  }

  /** Nobody waits for a video: those that are ready by then share a look into the ledger. */
  @Override
  public Duration pace() {
    return PACE;
  }

  /** Nobody waits for a video that is here, and its two commits serve as many as there are. */
  @Override
  public Duration keep(Fetched done) {
    return KEPT;
  }

  /** The digests are durable before any file moves: a death in between is recognised by them. */
  @Override
  public void record(List<Fetched> done) {
    List<Delivered> files = new ArrayList<>();
    for (Fetched one : done) {
      if (one.result() instanceof Delivered delivered) {
        files.add(delivered);
      }
    }
    ledger.collects().announce(run, files);
    ledger.collects().record(run, done.stream().map(this::placed).toList());
    long lost = done.stream().filter(one -> one.result() instanceof Lost).count();
    if (lost > 0) {
      tolerance.failed(lost);
    }
  }

  private Collected placed(Fetched one) {
    if (one.temporary() == null) {
      return one.result();
    }
    try {
      folder.place(one.temporary(), one.video());
      return one.result();
    } catch (IOException e) {
      control.pause(
          new Pause(
              Pause.Kind.DISK,
              "a video cannot be moved to " + folder.path(one.video()) + ": " + e));
      return new Later(one.result().rowNo(), clock.instant(), null);
    }
  }
}

package io.callsheet.cli;

import io.callsheet.lane.Pause;
import io.callsheet.lane.RunControl;
import io.callsheet.ledger.Asset;
import io.callsheet.ledger.Ledger;
import io.callsheet.ledger.Quarantined;
import io.callsheet.ledger.RowCounts;
import io.callsheet.ledger.Run;
import io.callsheet.model.RunId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Each second while a run is worked on: the lease lives on, others can see where it stands. */
final class Heartbeat implements AutoCloseable {
  /** Three times what a submission may take between its intent and its POST. */
  static final Duration LEASE = Duration.ofSeconds(30);

  private static final Duration STEP_BACK = Duration.ofMinutes(15);

  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

  private final Ledger ledger;
  private final RunId run;
  private final String label;
  private final long epoch;
  private final RunControl control;
  private final Path live;
  private final ThisProcess owner;
  private final Progress progress;
  private final SparingCounts counts;
  private final Clock clock;
  private Instant wallAtStart;
  private List<Quarantined> held;
  private long monotonicAtStart = System.nanoTime();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "heartbeat");
            thread.setDaemon(true);
            return thread;
          });

  Heartbeat(
      Workplace workplace,
      Ledger ledger,
      RunId run,
      String label,
      long epoch,
      RunControl control,
      Progress progress) {
    this.ledger = ledger;
    this.run = run;
    this.label = label;
    this.epoch = epoch;
    this.control = control;
    this.live = workplace.home().live(run);
    this.clock = workplace.clock();
    this.wallAtStart = clock.instant();
    this.owner = ThisProcess.now();
    this.progress = progress;
    this.counts = new SparingCounts(() -> ledger.counts(run), System::nanoTime);
    this.held = ledger.quarantines().open(run);
  }

  Heartbeat start() {
    // A beat catches what it meets itself: nobody has to look at its future.
    var unused = timer.scheduleWithFixedDelay(() -> beat(false), 0, 1, TimeUnit.SECONDS);
    return this;
  }

  private void beat(boolean last) {
    try {
      if (!ledger.owners().renew(run.job(), label, epoch, LEASE)) {
        control.pause(new Pause(Pause.Kind.OWNER, "another process has taken over " + run));
      }
      Run now = ledger.runs().get(run);
      if (now.stopRequested()) {
        control.stop();
      }
      watchClock();
      RowCounts rows = last ? counts.now() : counts.get();
      watchQuarantine();
      LiveFile.of(now, rows, held, owner, clock.instant()).write(live);
      progress.show(now, rows);
    } catch (RuntimeException e) {
      // A lease that cannot be renewed runs out by itself; the next beat may succeed.
      LOG.warn("{}: a heartbeat failed", run, e);
    }
  }

  private void watchQuarantine() {
    if (ledger.quarantines().count(run) == held.size()) {
      return;
    }
    List<Quarantined> open = ledger.quarantines().open(run);
    Set<Asset> told = held.stream().map(Quarantined::asset).collect(Collectors.toSet());
    open.stream()
        .filter(bad -> !told.contains(bad.asset()))
        .forEach(bad -> progress.tell(HeldView.line(run, bad)));
    held = open;
  }

  /** Rows that wait for a time that the wall clock had promised would wait for hours. */
  private void watchClock() {
    Duration wall = Duration.between(wallAtStart, clock.instant());
    Duration monotonic = Duration.ofNanos(System.nanoTime() - monotonicAtStart);
    if (monotonic.minus(wall).compareTo(STEP_BACK) > 0) {
      LOG.warn("{}: the clock was set back; rows are looked at again", run);
      ledger.runs().makeDue(run);
      wallAtStart = clock.instant();
      monotonicAtStart = System.nanoTime();
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    try {
      timer.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    beat(true);
    progress.end();
  }
}

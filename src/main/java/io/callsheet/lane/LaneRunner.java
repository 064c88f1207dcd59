package io.callsheet.lane;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Runs a lane as a chunk step. Over and over it records what has finished and begins as many rows
 * as the window has room for; it ends when no row of the run can reach the lane any more.
 */
final class LaneRunner<R, D> implements ItemReader<Turn>, ItemWriter<Turn>, StepExecutionListener {
  /** Rows may also come due through another process, which cannot ring our bell. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private static final Duration TURN = Duration.ofSeconds(1);

  private final Lane<R, D> lane;
  private final RunControl control;
  private final Liveness live;
  private final InstantSource clock;
  private final Bell bell;
  private @Nullable Window<R, D> window;
  private long claimed;
  private long recorded;
  private long told;
  private long lastTurn = System.nanoTime();
  private boolean ended;
  private long newsSeen = -1;
  private long lookAt = System.nanoTime();
  private long notBefore = lookAt;
  private long asked = lookAt;
  private boolean inVain;
  private List<R> ahead = List.of();
  private long aheadSince;

  LaneRunner(Lane<R, D> lane, RunControl control, Liveness live, InstantSource clock) {
    this.lane = lane;
    this.control = control;
    this.live = live;
    this.clock = clock;
    this.bell = control.bells().of(lane.name());
  }

  @Override
  public void beforeStep(StepExecution stepExecution) {
    window = new Window<>(lane, bell);
  }

  @Override
  public @Nullable Turn read() throws Exception {
    try {
      return next(window());
    } catch (InterruptedException e) {
      // The flag stays down: H2 closes its file under a thread that writes with it up.
      control.stop();
      return next(window());
    } catch (RuntimeException e) {
      breakOff(e);
      throw e;
    }
  }

  private @Nullable Turn next(Window<R, D> window) throws InterruptedException {
    while (true) {
      long seen = bell.rings();
      if (ended) {
        return recorded > told || control.isStopping() ? turn() : null;
      }
      if (control.isLeaving()) {
        window.end(lane.patience());
        ended = true;
      }
      if (window.harvest()) {
        lookAt = System.nanoTime();
      }
      // What the others bring is recorded before the lane ends: it may be a paid task.
      window.broken().ifPresent(this::breakOff);
      if (ended || window.mustRecord()) {
        record(window.toRecord());
      }
      boolean full = ended || !begin(window);
      if (isOver(window)) {
        ended = true;
        control.bells().ringAll();
      }
      if (recorded > told && System.nanoTime() - lastTurn > TURN.toNanos()) {
        return turn();
      }
      if (!ended && !control.isLeaving()) {
        bell.await(seen, patience(window, full));
      }
    }
  }

  /** The ledger is asked when a look into it was in vain, or brought a row to its end. */
  private boolean isOver(Window<R, D> window) {
    if (window.size() > 0 || live.isOver()) {
      return window.size() == 0;
    }
    boolean due = System.nanoTime() - asked > LOOK_AGAIN.toNanos();
    if (!due && (!inVain || lane.isWatching())) {
      return false;
    }
    inVain = false;
    asked = System.nanoTime();
    return live.askWhetherOver();
  }

  private Turn turn() {
    Turn turn = new Turn((int) (recorded - told));
    told = recorded;
    lastTurn = System.nanoTime();
    return turn;
  }

  private void breakOff(RuntimeException e) {
    control.pause(new Pause(Pause.Kind.INTERNAL, String.valueOf(e.getMessage())));
  }

  /** Returns whether there would be room for more rows than are due. */
  private boolean begin(Window<R, D> window) {
    if (control.isDraining() && !lane.worksWhileDraining()) {
      return false;
    }
    if (bell.news() != newsSeen) {
      newsSeen = bell.news();
      lane.news();
      lookAt = System.nanoTime();
    }
    if (untilLook().compareTo(Duration.ZERO) > 0) {
      return true;
    }
    lookAt = System.nanoTime();
    notBefore = lookAt + lane.pace().toNanos();
    int room = lane.room(window.working());
    if (room <= 0) {
      return false;
    }
    if (ahead.size() < room || System.nanoTime() - aheadSince > LOOK_AGAIN.toNanos()) {
      // Rows at work are still in the state that the claim looks for.
      ahead = lane.claim(room + window.size() + lane.ahead());
      aheadSince = System.nanoTime();
    }
    int before = window.size();
    ahead = window.begin(ahead, room);
    int begun = window.size() - before;
    claimed += begun;
    inVain = begun == 0;
    if (begun < room) {
      lookAt += untilDue().toNanos();
    }
    return begun < room;
  }

  private Duration untilLook() {
    long now = System.nanoTime();
    return Duration.ofNanos(Math.max(lookAt - now, notBefore - now));
  }

  /** All that is due has been begun: until the next row is, only the bell brings work. */
  private Duration untilDue() {
    Instant now = clock.instant();
    return lane.nextDue()
        .map(next -> Duration.between(now, next))
        .filter(wait -> wait.compareTo(LOOK_AGAIN) < 0)
        .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
        .orElse(LOOK_AGAIN);
  }

  /**
   * @param full whether only a bell brings more work, or what is kept
   */
  private Duration patience(Window<R, D> window, boolean full) {
    Optional<Duration> due = full ? Optional.empty() : Optional.of(untilLook());
    return Stream.of(due, window.untilRecord())
        .flatMap(Optional::stream)
        .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
        .reduce(LOOK_AGAIN, (a, b) -> a.compareTo(b) < 0 ? a : b);
  }

  /** What is told has been recorded. */
  @Override
  public void write(Chunk<? extends Turn> turns) {}

  private void record(List<D> done) {
    if (done.isEmpty()) {
      return;
    }
    try {
      lane.record(done);
    } catch (RuntimeException e) {
      breakOff(e);
      throw e;
    }
    recorded += done.size();
    lookAt = System.nanoTime();
    inVain |= lane.feeds().isEmpty();
    control.bells().ring(lane.feeds());
  }

  /** Batch counts turns; a person wants to read rows. */
  @Override
  public @Nullable ExitStatus afterStep(StepExecution stepExecution) {
    Optional<RuntimeException> broken = bringHome(window());
    stepExecution.setReadCount(claimed);
    stepExecution.setWriteCount(recorded);
    if (broken.isEmpty()) {
      return null;
    }
    stepExecution.addFailureException(broken.get());
    stepExecution.setStatus(BatchStatus.FAILED);
    return ExitStatus.FAILED.addExitDescription(broken.get());
  }

  /** A step may end between two turns with rows at work; what they bring may be a paid task. */
  private Optional<RuntimeException> bringHome(Window<R, D> window) {
    try {
      window.end(lane.patience());
      window.harvest();
      record(window.toRecord());
    } catch (InterruptedException e) {
      control.stop();
    } catch (RuntimeException e) {
      return Optional.of(e);
    }
    return window.broken().map(broken -> broken);
  }

  private Window<R, D> window() {
    if (window == null) {
      throw new IllegalStateException("the lane's step has not begun");
    }
    return window;
  }
}

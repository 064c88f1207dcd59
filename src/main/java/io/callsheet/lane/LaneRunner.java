package io.callsheet.lane;

import java.time.Duration;
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
  private static final Duration TURN = Duration.ofSeconds(1);

  private final Lane<R, D> lane;
  private final RunControl control;
  private final Liveness live;
  private final Bell bell;
  private @Nullable Window<R, D> window;
  private long claimed;
  private long recorded;
  private long told;
  private long lastTurn = System.nanoTime();
  private boolean ended;
  private final Lookout<R> lookout;
  private long asked = System.nanoTime();
  private boolean inVain;

  LaneRunner(Lane<R, D> lane, RunControl control, Liveness live, InstantSource clock) {
    this.lane = lane;
    this.control = control;
    this.live = live;
    this.bell = control.bells().of(lane.name());
    this.lookout = new Lookout<>(lane, bell, clock);
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
        lookout.lookNow();
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
    boolean due = System.nanoTime() - asked > Lookout.LOOK_AGAIN.toNanos();
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
    if (lookout.untilLook().compareTo(Duration.ZERO) > 0) {
      return true;
    }
    int room = lane.room(window.working());
    if (room <= 0) {
      return false;
    }
    int begun = lookout.begin(window, room);
    claimed += begun;
    inVain = begun == 0;
    return begun < room;
  }

  /**
   * @param full whether only a bell brings more work, or what is kept
   */
  private Duration patience(Window<R, D> window, boolean full) {
    Optional<Duration> due = full ? Optional.empty() : Optional.of(lookout.untilLook());
    return Stream.of(due, window.untilRecord())
        .flatMap(Optional::stream)
        .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
        .reduce(Lookout.LOOK_AGAIN, (a, b) -> a.compareTo(b) < 0 ? a : b);
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
    lookout.lookNow();
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

package io.callsheet.lane;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Runs a lane as a chunk step. Each turn claims as many rows as the window has room for, hands them
 * over, and records what has finished; it ends when no row of the run can reach the lane any more.
 */
final class LaneRunner<R, D>
    implements ItemReader<Turn<D>>, ItemWriter<Turn<D>>, StepExecutionListener {
  /** Rows may also come due through another process, which cannot ring our bell. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final Lane<R, D> lane;
  private final RunControl control;
  private final BooleanSupplier live;
  private final InstantSource clock;
  private @Nullable Window<R, D> window;
  private long claimed;
  private long recorded;
  private boolean ended;

  /**
   * @param live whether any row of the run may still need a lane
   */
  LaneRunner(Lane<R, D> lane, RunControl control, BooleanSupplier live, InstantSource clock) {
    this.lane = lane;
    this.control = control;
    this.live = live;
    this.clock = clock;
  }

  @Override
  public void beforeStep(StepExecution stepExecution) {
    window = new Window<>(lane, control.bell());
  }

  @Override
  public @Nullable Turn<D> read() throws Exception {
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

  private @Nullable Turn<D> next(Window<R, D> window) throws InterruptedException {
    while (true) {
      long seen = control.bell().rings();
      if (ended) {
        return control.isStopping() ? new Turn<>(List.of()) : null;
      }
      if (control.isLeaving()) {
        window.end(lane.patience());
        ended = true;
      } else if (!control.isDraining() || lane.worksWhileDraining()) {
        claim(window);
      }
      List<D> done = window.harvest();
      // What the others bring is recorded before the lane ends: it may be a paid task.
      window.broken().ifPresent(this::breakOff);
      if (!done.isEmpty()) {
        return new Turn<>(done);
      }
      if (!ended && window.size() == 0 && !live.getAsBoolean()) {
        ended = true;
      }
      if (!ended && !control.isLeaving()) {
        control.bell().await(seen, patience());
      }
    }
  }

  private void breakOff(RuntimeException e) {
    control.pause(new Pause(Pause.Kind.INTERNAL, String.valueOf(e.getMessage())));
  }

  private void claim(Window<R, D> window) {
    int room = lane.room(window.size());
    if (room > 0) {
      // Rows at work are still in the state that the claim looks for.
      claimed += window.begin(lane.claim(room + window.size()), room);
    }
  }

  private Duration patience() {
    Instant now = clock.instant();
    return lane.nextDue()
        .map(due -> Duration.between(now, due))
        .filter(wait -> wait.compareTo(LOOK_AGAIN) < 0)
        .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
        .orElse(LOOK_AGAIN);
  }

  @Override
  public void write(Chunk<? extends Turn<D>> turns) {
    for (Turn<D> turn : turns) {
      record(turn.done());
    }
  }

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
    control.bell().ring();
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
      record(window.harvest());
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

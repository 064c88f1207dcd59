package io.callsheet.lane;

import java.time.InstantSource;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepInterruptionPolicy;
import org.springframework.batch.core.step.builder.StepBuilder;

/** Makes a lane into a step: a chunk step without a transaction of its own. */
public final class LaneSteps {
  private final JobRepository repository;
  private final RunControl control;
  private final InstantSource clock;

  public LaneSteps(JobRepository repository, RunControl control, InstantSource clock) {
    this.repository = repository;
    this.control = control;
    this.clock = clock;
  }

  /**
   * A step named like the lane. It may start again when complete: an earlier lane may have released
   * rows since.
   *
   * @param live of the run: the same for all its lanes
   */
  public <R, D> Step step(Lane<R, D> lane, Liveness live) {
    LaneRunner<R, D> runner = new LaneRunner<>(lane, control, live, clock);
    return new StepBuilder(lane.name(), repository)
        .<Turn, Turn>chunk(1)
        .reader(runner)
        .writer(runner)
        .listener((Object) runner)
        .transactionManager(new NoTransaction())
        .interruptionPolicy(stopPolicy(control))
        .allowStartIfComplete(true)
        .build();
  }

  /**
   * Ends a step as STOPPED. The one that Batch brings ends an interrupted step as COMPLETED, with
   * items unread.
   */
  public static StepInterruptionPolicy stopPolicy(RunControl control) {
    return execution -> {
      if (control.isStopping() || Thread.currentThread().isInterrupted()) {
        execution.setTerminateOnly();
      }
    };
  }
}

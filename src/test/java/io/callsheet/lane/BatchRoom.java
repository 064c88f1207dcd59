package io.callsheet.lane;

import io.callsheet.testing.LedgerFile;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** Runs single lanes as steps of a real job repository. */
final class BatchRoom {
  private final JobRepository repository;
  private final AtomicLong jobs = new AtomicLong();

  BatchRoom(LedgerFile ledger) throws Exception {
    JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
    factory.setDataSource(ledger.database().source());
    factory.setTransactionManager(ledger.transactions());
    factory.setIsolationLevelForCreateEnum(
        org.springframework.transaction.annotation.Isolation.READ_COMMITTED);
    factory.afterPropertiesSet();
    this.repository = factory.getObject();
  }

  /** Begins the lane on a thread of its own. */
  <R, D> Running start(Lane<R, D> lane, RunControl control, BooleanSupplier live) {
    Step step =
        new LaneSteps(repository, control, InstantSource.system()).step(lane, new Liveness(live));
    JobParameters parameters =
        new JobParametersBuilder().addLong("n", jobs.incrementAndGet()).toJobParameters();
    JobExecution job =
        repository.createJobExecution(
            repository.createJobInstance("lane-test", parameters),
            parameters,
            new ExecutionContext());
    StepExecution execution = repository.createStepExecution(lane.name(), job);
    CompletableFuture<StepExecution> end = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                step.execute(execution);
                end.complete(execution);
              } catch (JobInterruptedException | RuntimeException e) {
                end.completeExceptionally(e);
              }
            },
            "step-" + lane.name());
    thread.setDaemon(true);
    thread.start();
    return new Running(thread, end);
  }

  /**
   * A lane at work.
   *
   * @param end its step's execution, once it has ended
   */
  record Running(Thread thread, CompletableFuture<StepExecution> end) {}
}

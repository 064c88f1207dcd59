package io.callsheet.pipeline;

import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.scope.context.StepContext;
import org.springframework.batch.core.step.AbstractStep;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;

/**
 * Runs a tasklet once, outside any transaction. Batch's own step opens one even without a
 * transaction manager, and with it a connection is held while the service is asked.
 */
final class PlainStep extends AbstractStep {
  private final Tasklet tasklet;

  PlainStep(String name, JobRepository repository, Tasklet tasklet) {
    super(repository);
    setName(name);
    setAllowStartIfComplete(true);
    this.tasklet = tasklet;
  }

  @Override
  protected void doExecute(StepExecution execution) throws Exception {
    StepContribution contribution = execution.createStepContribution();
    tasklet.execute(contribution, new ChunkContext(new StepContext(execution)));
    execution.apply(contribution);
    if (execution.isTerminateOnly()) {
      throw new JobInterruptedException(getName() + " stops the run here");
    }
    execution.setExitStatus(ExitStatus.COMPLETED);
  }
}

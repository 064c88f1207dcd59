package io.callsheet.pipeline;

import io.callsheet.model.RunPhase;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/** COMPLETED closes a job instance for ever: a run with open rows ends STOPPED instead. */
final class OpenRunEndsStopped implements JobExecutionListener {
  private final Campaign campaign;

  OpenRunEndsStopped(Campaign campaign) {
    this.campaign = campaign;
  }

  @Override
  public void afterJob(JobExecution execution) {
    boolean ended = campaign.ledger().runs().get(campaign.run()).phase() == RunPhase.ENDED;
    if (execution.getStatus() == BatchStatus.COMPLETED && !ended) {
      execution.setStatus(BatchStatus.STOPPED);
      execution.setExitStatus(ExitStatus.STOPPED);
    }
  }
}

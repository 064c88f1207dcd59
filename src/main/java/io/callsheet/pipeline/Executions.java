package io.callsheet.pipeline;

import io.callsheet.collect.VideoFolder;
import io.callsheet.lane.Pause;
import io.callsheet.ledger.Run;
import io.callsheet.model.ExitCode;
import io.callsheet.model.RunPhase;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.transaction.PlatformTransactionManager;

/** Begins, restarts and recovers executions of a run, always under the run's lease. */
public final class Executions {
  private static final Logger LOG = LoggerFactory.getLogger(Executions.class);

  private final JobOperator operator;
  private final JobRepository repository;
  private final PlatformTransactionManager transactions;

  public Executions(
      JobOperator operator, JobRepository repository, PlatformTransactionManager transactions) {
    this.operator = operator;
    this.repository = repository;
    this.transactions = transactions;
  }

  /** Works on the run until nothing more can be done, and says how it ended. */
  public ExitCode execute(Campaign campaign) throws IOException {
    campaign.ledger().runs().adopt(campaign.run(), campaign.epoch(), campaign.job().spend().cap());
    campaign.ledger().runs().lookAgain(campaign.run());
    int doubts = campaign.ledger().submits().recover(campaign.run(), campaign.epoch());
    if (doubts > 0) {
      LOG.warn("{}: {} submissions of a dead process are in doubt", campaign.run(), doubts);
    }
    if (!campaign.planOnly()) {
      new VideoFolder(campaign.output()).prepare();
    }
    ExitCode exit = start(campaign);
    campaign.ledger().runs().exit(campaign.run(), exit.code());
    return exit;
  }

  private ExitCode start(Campaign campaign) {
    JobParameters round = round(campaign);
    JobExecution last = repository.getLastJobExecution(CampaignJob.NAME, round);
    if (last != null && last.getStatus().isRunning()) {
      // Only under the lease: whoever wrote STARTED there is gone.
      operator.recover(last);
    } else if (last != null && last.getStatus() == BatchStatus.UNKNOWN) {
      // Batch lost the outcome of a commit of its own and refuses this instance; the ledger knows.
      campaign.ledger().runs().nextRound(campaign.run());
      round = round(campaign);
    }
    try {
      return ended(
          campaign,
          operator.start(new CampaignJob(campaign, repository, transactions).build(), round));
    } catch (JobExecutionException e) {
      throw new IllegalStateException("Spring Batch refuses to go on with " + campaign.run(), e);
    }
  }

  private static JobParameters round(Campaign campaign) {
    Run run = campaign.ledger().runs().get(campaign.run());
    return new JobParametersBuilder()
        .addString("run", run.id().toString())
        .addLong("round", run.round())
        .toJobParameters();
  }

  private static ExitCode ended(Campaign campaign, JobExecution execution) {
    boolean refused =
        campaign.control().pause().filter(pause -> pause.kind() == Pause.Kind.REFUSED).isPresent();
    if (refused) {
      campaign.ledger().runs().advance(campaign.run(), RunPhase.PLANNING, RunPhase.REFUSED);
    }
    if (execution.getStatus() == BatchStatus.FAILED
        || execution.getStatus() == BatchStatus.UNKNOWN) {
      execution
          .getAllFailureExceptions()
          .forEach(thrown -> LOG.error("{} failed", campaign.run(), thrown));
      campaign.control().pause(new Pause(Pause.Kind.INTERNAL, firstFailure(execution)));
      return ExitCode.INTERNAL;
    }
    return RunExit.of(campaign.control(), campaign.ledger(), campaign.run());
  }

  private static String firstFailure(JobExecution execution) {
    return execution.getAllFailureExceptions().stream()
        .findFirst()
        .map(thrown -> String.valueOf(thrown.getMessage()))
        .orElse(execution.getExitStatus().getExitDescription());
  }
}

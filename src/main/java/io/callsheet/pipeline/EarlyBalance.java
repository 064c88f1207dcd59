package io.callsheet.pipeline;

import io.callsheet.model.RunPhase;
import io.callsheet.provider.BalanceOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/** Asks for the balance while the plan is made: the first call of a process takes its time. */
final class EarlyBalance implements JobExecutionListener {
  /** Of a plan that takes minutes, the gate wants to know what is there at its end. */
  private static final Duration LONGEST_PLAN = Duration.ofSeconds(10);

  private final Campaign campaign;
  private @Nullable CompletableFuture<BalanceOutcome> asking;
  private Instant asked = Instant.MIN;

  EarlyBalance(Campaign campaign) {
    this.campaign = campaign;
  }

  /** Only a run that has not passed its gate is surely at rest. */
  @Override
  public void beforeJob(JobExecution execution) {
    RunPhase phase = campaign.ledger().runs().get(campaign.run()).phase();
    if (phase == RunPhase.PLANNING || phase == RunPhase.PLANNED) {
      asked = campaign.clock().instant();
      asking = CompletableFuture.supplyAsync(() -> campaign.service().balance());
    }
  }

  /** Waits for the answer, or asks now if none is on its way that still counts. */
  BalanceOutcome get() {
    CompletableFuture<BalanceOutcome> early = asking;
    if (early == null || campaign.clock().instant().isAfter(asked.plus(LONGEST_PLAN))) {
      return campaign.service().balance();
    }
    try {
      return early.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException trouble) {
        throw trouble;
      }
      throw e;
    }
  }
}

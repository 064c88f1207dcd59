package io.callsheet.pipeline;

import io.callsheet.ledger.Ledger;
import io.callsheet.ledger.RowCounts;
import io.callsheet.ledger.Run;
import io.callsheet.model.RunId;
import io.callsheet.model.RunPhase;
import io.callsheet.poll.LateTasks;
import io.callsheet.provider.BalanceOutcome;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Holds the ledger against itself and against the account. */
final class Settle implements Tasklet {
  private final Campaign campaign;

  Settle(Campaign campaign) {
    this.campaign = campaign;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    Ledger ledger = campaign.ledger();
    RunId id = campaign.run();
    RowCounts counts = ledger.counts(id);
    boolean spends = isSpending(ledger.runs().get(id));
    if (spends) {
      lateTasks().settle();
    }
    if (!ledger.runs().booksClose(id)) {
      throw new IllegalStateException(
          "the credit entries of " + id + " do not add up to the run's sums: a bug");
    }
    boolean atRest = counts.inFlight() == 0;
    if (spends && atRest && campaign.service().balance() instanceof BalanceOutcome.Known known) {
      ledger.balances().add(id, known.credits());
    }
    if (spends && counts.ended() == counts.total()) {
      ledger.runs().workEnded(id);
    }
    return RepeatStatus.FINISHED;
  }

  private static boolean isSpending(Run run) {
    return run.phase() == RunPhase.RUNNING || run.phase() == RunPhase.CLOSING;
  }

  private LateTasks lateTasks() {
    return new LateTasks(
        campaign.ledger(),
        campaign.run(),
        campaign.service(),
        campaign.job().provider().origin(),
        campaign.pollSettings(0));
  }
}

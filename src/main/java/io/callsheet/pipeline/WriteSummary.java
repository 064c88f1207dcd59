package io.callsheet.pipeline;

import io.callsheet.ledger.Ledger;
import io.callsheet.ledger.RowCounts;
import io.callsheet.model.RunId;
import io.callsheet.model.RunPhase;
import io.callsheet.report.Summary;
import java.io.IOException;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Writes the last file of a run, and only then ends it: what dies before is carried on, and writes
 * all of them again.
 */
final class WriteSummary implements Tasklet {
  private final Campaign campaign;

  WriteSummary(Campaign campaign) {
    this.campaign = campaign;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    Ledger ledger = campaign.ledger();
    RunId run = campaign.run();
    RowCounts rows = ledger.counts(run);
    boolean ended = rows.ended() == rows.total();
    int exit = RunExit.of(campaign.control(), ledger, run, ended).code();
    Summary.of(ledger, run, exit).write(campaign.output().resolve("summary.json"));
    RunPhase phase = ledger.runs().get(run).phase();
    if (ended && phase != RunPhase.ENDED) {
      ledger.runs().advance(run, phase, RunPhase.ENDED);
    }
    return RepeatStatus.FINISHED;
  }
}

package io.callsheet.pipeline;

import io.callsheet.ledger.Decision;
import io.callsheet.ledger.Run;
import io.callsheet.ledger.UnplannedRow;
import io.callsheet.plan.Planner;
import io.callsheet.plan.VideoName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Decides on every pending row, in the order in which the cap cuts. */
final class PlanRows
    implements ItemStreamReader<UnplannedRow>,
        ItemProcessor<UnplannedRow, Decision>,
        ItemWriter<Decision> {
  /** Also the step's chunk: a page is only read when all of the last one is written. */
  static final int PAGE = 500;

  private final Campaign campaign;
  private final Deque<UnplannedRow> page = new ArrayDeque<>();
  private @Nullable Planner planner;
  private long round;
  private boolean last;

  PlanRows(Campaign campaign) {
    this.campaign = campaign;
  }

  @Override
  public void open(ExecutionContext context) {
    last = false;
    Run run = campaign.ledger().runs().get(campaign.run());
    round = run.round();
    planner =
        new Planner(
            campaign.planRules(),
            campaign.selection(),
            new VideoName(campaign.job().videos(), run.header()),
            new LedgerHistory(campaign, run),
            campaign.ledger().plans().progress(run.id()));
  }

  @Override
  public @Nullable UnplannedRow read() {
    if (page.isEmpty() && !last) {
      page.addAll(campaign.ledger().plans().unplanned(campaign.run(), PAGE));
      // A short page leaves the chunk open: read again before it is written, its rows would recur.
      last = page.size() < PAGE;
    }
    return page.poll();
  }

  @Override
  public Decision process(UnplannedRow row) {
    return planner().decide(row);
  }

  private Planner planner() {
    if (planner == null) {
      throw new IllegalStateException("planRows has not begun");
    }
    return planner;
  }

  @Override
  public void write(Chunk<? extends Decision> decisions) {
    campaign.ledger().plans().decide(campaign.run(), round, List.copyOf(decisions.getItems()));
    planner().written();
  }
}

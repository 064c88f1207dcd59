package io.callsheet.pipeline;

import io.callsheet.ledger.Decision;
import io.callsheet.ledger.PlanBook;
import io.callsheet.ledger.Run;
import io.callsheet.ledger.UnplannedRow;
import io.callsheet.plan.Canary;
import io.callsheet.plan.Planner;
import io.callsheet.plan.Selection;
import io.callsheet.plan.VideoName;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
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
    campaign.ledger().plans().renderedBy(run.id(), campaign.renderer());
    planner =
        new Planner(
            campaign.planRules(),
            selected(campaign.selection()),
            campaign.selection().limit(),
            new VideoName(campaign.job().videos(), run.header()),
            new LedgerHistory(campaign, run),
            campaign.ledger().plans().progress(run.id()));
  }

  private Predicate<UnplannedRow> selected(Selection selection) {
    if (!selection.canary()) {
      return row -> selection.names(row.no(), row.key());
    }
    BitSet canary = canary(selection);
    return row -> canary.get(Math.toIntExact(row.no()));
  }

  /** From all rows, decided or not: after a restart it must come to the same ones. */
  private BitSet canary(Selection selection) {
    Canary canary = new Canary(campaign.rate(), campaign.job().spend().rounding());
    PlanBook plans = campaign.ledger().plans();
    List<UnplannedRow> some = plans.readable(campaign.run(), 0, PAGE);
    while (!some.isEmpty()) {
      some.stream().filter(row -> selection.names(row.no(), row.key())).forEach(canary::add);
      some = plans.readable(campaign.run(), some.get(some.size() - 1).no(), PAGE);
    }
    return canary.rows();
  }

  @Override
  public @Nullable UnplannedRow read() {
    if (page.isEmpty() && !last) {
      List<UnplannedRow> next = campaign.ledger().plans().unplanned(campaign.run(), PAGE);
      planner().lookAhead(next);
      page.addAll(next);
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

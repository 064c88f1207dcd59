package io.callsheet.cli;

import io.callsheet.job.Job;
import io.callsheet.ledger.AssetBook;
import io.callsheet.ledger.EstimateBook;
import io.callsheet.ledger.EstimateBook.Spender;
import io.callsheet.ledger.EstimateBook.Spenders;
import io.callsheet.ledger.Ledger;
import io.callsheet.ledger.PlanBook.ActionTotal;
import io.callsheet.ledger.Run;
import io.callsheet.manifest.ColumnNotes;
import io.callsheet.model.Credits;
import io.callsheet.model.PlanAction;
import io.callsheet.model.RunId;
import io.callsheet.plan.Forecast;
import io.callsheet.plan.RenderTimes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a plan comes to.
 *
 * @param actions those that occur
 * @param upload files that the rows to render need in storage
 * @param spenders who spends most, of each kind
 * @param account read just now
 * @param lasts how long the rows to render take at best
 * @param notes on columns and files that are taken although something about them is odd
 */
record PlanFigures(
    Run run,
    Map<PlanAction, ActionTotal> actions,
    AssetBook.Totals upload,
    Map<Spender, Spenders> spenders,
    Account account,
    Duration lasts,
    List<String> notes) {

  /**
   * @param most entries in each list
   */
  static PlanFigures of(
      Ledger ledger, RunId id, Job job, Account account, RenderTimes times, int most) {
    Map<PlanAction, ActionTotal> actions = new EnumMap<>(PlanAction.class);
    for (ActionTotal total : ledger.plans().totals(id)) {
      if (!total.action().isEmpty()) {
        actions.put(PlanAction.valueOf(total.action()), total);
      }
    }
    EstimateBook estimates = ledger.estimates();
    Map<Spender, Spenders> spenders = new EnumMap<>(Spender.class);
    for (Spender by : Spender.values()) {
      spenders.put(by, estimates.spenders(id, by, most));
    }
    Forecast forecast =
        new Forecast(
            job.provider().submitsPerMinute(), job.provider().maxInFlight(), times.typical());
    Run run = ledger.runs().get(id);
    List<String> notes = new ArrayList<>(ColumnNotes.of(run.header(), job.columns()));
    notes.addAll(ledger.assets().notes(id, most));
    return new PlanFigures(
        run,
        actions,
        estimates.assets(id),
        spenders,
        account,
        forecast.of(rows(actions, PlanAction.RENDER)),
        notes);
  }

  private static long rows(Map<PlanAction, ActionTotal> actions, PlanAction action) {
    ActionTotal total = actions.get(action);
    return total == null ? 0 : total.rows();
  }

  /** Of all actions. */
  long rows() {
    return actions.values().stream().mapToLong(ActionTotal::rows).sum();
  }

  /** What the rows to render cost together. */
  Credits planned() {
    ActionTotal renders = actions.get(PlanAction.RENDER);
    return renders == null ? Credits.ZERO : renders.credits();
  }
}

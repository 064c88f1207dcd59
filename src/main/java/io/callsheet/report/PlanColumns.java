package io.callsheet.report;

import io.callsheet.ledger.ReportRow;
import io.callsheet.model.PlanAction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of {@code plan.csv}. */
final class PlanColumns {
  static final List<String> HEADER =
      List.of(
          "row", "row_key", "client", "campaign", "action", "seconds", "credits", "usd", "reason");

  private PlanColumns() {}

  /** Credits and money are what the plan spends: nothing for a row that is left out. */
  static List<@Nullable Object> cells(ReportRow row) {
    boolean renders = row.action() == PlanAction.RENDER;
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(row.no());
    cells.add(row.key());
    cells.add(row.client());
    cells.add(row.campaign());
    cells.add(row.action() == null ? null : row.action().word());
    cells.add(Cell.seconds(row.expected()));
    cells.add(renders ? Cell.credits(row.estimate()) : 0);
    cells.add(renders ? Cell.usd(row.estimate()) : 0);
    cells.add(row.plannedReason() == null ? ResultColumns.reason(row) : row.plannedReason());
    return cells;
  }
}

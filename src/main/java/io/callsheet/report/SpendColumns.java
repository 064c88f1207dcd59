package io.callsheet.report;

import io.callsheet.ledger.ReportRow;
import io.callsheet.model.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of {@code spend.csv}: one line per row. */
final class SpendColumns {
  static final List<String> HEADER =
      List.of(
          "row_key",
          "client",
          "campaign",
          "character",
          "performance",
          "resolution",
          "action",
          "seconds_expected",
          "seconds_rendered",
          "credits_estimated",
          "credits_reserved",
          "credits_charged",
          "usd_charged",
          "charge_basis",
          "rate_card",
          "attempts",
          "task_ids",
          "status");

  private SpendColumns() {}

  static List<@Nullable Object> cells(ReportRow row, Rate rate) {
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(row.key());
    cells.add(row.client());
    cells.add(row.campaign());
    cells.add(row.character());
    cells.add(row.performance());
    cells.add(row.resolution() == null ? null : row.resolution().word());
    cells.add(row.action() == null ? null : row.action().word());
    cells.add(Cell.seconds(row.expected()));
    cells.add(Cell.seconds(row.rendered()));
    cells.add(Cell.credits(row.estimate()));
    cells.add(Cell.credits(ResultColumns.reserved(row)));
    cells.add(Cell.credits(row.charged()));
    cells.add(Cell.usd(row.charged()));
    cells.add(row.basis() == null ? null : row.basis().word());
    cells.add(rate.name());
    cells.add(ResultColumns.paidFor(row));
    cells.add(
        row.attempts().stream()
            .map(attempt -> attempt.task())
            .filter(Objects::nonNull)
            .map(Object::toString)
            .collect(Collectors.joining(" ")));
    cells.add(ResultColumns.status(row));
    return cells;
  }
}

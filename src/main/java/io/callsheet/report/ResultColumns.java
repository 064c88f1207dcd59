package io.callsheet.report;

import io.callsheet.ledger.Attempt;
import io.callsheet.ledger.ReportRow;
import io.callsheet.model.AttemptState;
import io.callsheet.model.Credits;
import io.callsheet.model.NotRun;
import io.callsheet.model.Rate;
import io.callsheet.model.RowState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns of {@code results.csv} and {@code results.xlsx}. */
final class ResultColumns {
  private static final List<String> OURS =
      List.of(
          "status",
          "video",
          "video_url",
          "sha256",
          "seconds",
          "task_id",
          "attempts",
          "credits_estimated",
          "credits_charged",
          "charge_basis",
          "failure",
          "reason",
          "submitted_at",
          "finished_at");

  private ResultColumns() {}

  static List<String> header(List<String> input) {
    List<String> header = inputHeader(input, OURS);
    header.addAll(OURS);
    return header;
  }

  /** The input's columns; one that is named like one of ours comes back as {@code input.NAME}. */
  static List<String> inputHeader(List<String> input, List<String> ours) {
    Set<String> taken = new HashSet<>(ours);
    List<String> header = new ArrayList<>();
    for (String name : input) {
      header.add(taken.contains(name) ? "input." + name : name);
    }
    return header;
  }

  static List<@Nullable Object> cells(ReportRow row, int inputColumns, Rate rate) {
    List<@Nullable Object> cells = inputCells(row, inputColumns);
    boolean delivered = row.state() == RowState.SUCCEEDED || row.state() == RowState.REUSED;
    cells.add(status(row));
    cells.add(delivered ? "videos/" + row.video() : null);
    cells.add(row.videoUrl());
    cells.add(row.sha256());
    cells.add(Cell.seconds(row.rendered()));
    cells.add(row.task());
    cells.add(paidFor(row));
    cells.add(Cell.credits(row.estimate()));
    cells.add(Cell.credits(row.charged()));
    cells.add(row.basis() == null ? null : row.basis().word());
    cells.add(row.failure() == null ? null : row.failure().word());
    cells.add(row.isShort() ? shortOf(row, rate) : reason(row));
    cells.add(Cell.time(row.submittedAt()));
    cells.add(Cell.time(row.finishedAt()));
    return cells;
  }

  static List<@Nullable Object> inputCells(ReportRow row, int columns) {
    List<@Nullable Object> cells = new ArrayList<>(columns + OURS.size());
    for (int i = 0; i < columns; i++) {
      cells.add(i < row.cells().size() ? row.cells().get(i) : null);
    }
    return cells;
  }

  static String status(ReportRow row) {
    return row.overdue() && row.state() == RowState.RENDERING ? "overdue" : row.state().word();
  }

  static @Nullable String reason(ReportRow row) {
    NotRun why = row.notRun();
    if (row.state() != RowState.NOT_RUN || why == null) {
      return row.reason();
    }
    String said = row.reason() == null ? why.meaning() : row.reason();
    return why.word() + ": " + said;
  }

  /** {@code short: 4.2 s of 7 s; billed 7 s}. */
  private static String shortOf(ReportRow row, Rate rate) {
    List<String> parts = new ArrayList<>();
    parts.add(
        "short: %s s of %s s"
            .formatted(Cell.seconds(row.rendered()), Cell.seconds(row.expected())));
    if (!row.charged().isZero() && row.resolution() != null) {
      long paid = row.attempts().stream().filter(attempt -> attempt.state().isPaid()).count();
      parts.add(
          "billed %s s%s"
              .formatted(
                  Cell.seconds(rate.bought(row.charged(), row.resolution())),
                  paid > 1 ? " in " + paid + " renders" : ""));
    }
    String other = reason(row);
    if (other != null) {
      parts.add(other);
    }
    return String.join("; ", parts);
  }

  /** Submissions that reached the service, or may have. */
  static long paidFor(ReportRow row) {
    return row.attempts().stream().filter(a -> a.state() != AttemptState.NOT_TAKEN).count();
  }

  /** What the row's open attempt holds. */
  static Credits reserved(ReportRow row) {
    return row.attempts().stream()
        .filter(attempt -> attempt.state().isOpen())
        .map(Attempt::reserved)
        .reduce(Credits.ZERO, Credits::plus);
  }
}

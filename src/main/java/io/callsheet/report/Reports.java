package io.callsheet.report;

import io.callsheet.ledger.ReportBook;
import io.callsheet.ledger.ReportRow;
import io.callsheet.model.Rate;
import io.callsheet.model.RowState;
import io.callsheet.model.RunId;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a run, each fed page by page in manifest order and put in place whole by {@link
 * Report#finish}.
 */
public final class Reports {
  private static final int PAGE = 500;

  private final Path folder;
  private final List<String> input;
  private final Rate rate;

  /**
   * @param input the manifest's columns
   */
  public Reports(Path folder, List<String> input, Rate rate) {
    this.folder = folder;
    this.input = List.copyOf(input);
    this.rate = rate;
  }

  /**
   * {@code results.csv}, {@code results.xlsx} and {@code rejected.csv}. The workbook takes as long
   * as all else together.
   */
  public Report results() throws IOException {
    List<String> header = ResultColumns.header(input);
    Columns results = row -> ResultColumns.cells(row, input.size(), rate);
    return together(
        of(new CsvTable(folder.resolve("results.csv"), header), results),
        rejected(),
        new Beside(of(new XlsxTable(folder.resolve("results.xlsx"), "results", header), results)));
  }

  /** {@code spend.csv}. */
  public Report spend() throws IOException {
    return of(
        new CsvTable(folder.resolve("spend.csv"), SpendColumns.HEADER),
        row -> SpendColumns.cells(row, rate));
  }

  /** {@code plan.csv} and {@code rejected.csv}. */
  public Report plan() throws IOException {
    return together(
        of(new CsvTable(folder.resolve("plan.csv"), PlanColumns.HEADER), PlanColumns::cells),
        rejected());
  }

  /** Feeds every row of a run to a report, puts its files in place and closes it. */
  public static void write(Report report, ReportBook rows, RunId run) throws IOException {
    try (report) {
      List<ReportRow> page = rows.page(run, 0, PAGE);
      while (!page.isEmpty()) {
        report.add(page);
        page = rows.page(run, page.get(page.size() - 1).no(), PAGE);
      }
      report.finish();
    }
  }

  private Report rejected() throws IOException {
    List<String> ours = List.of("line", "problem");
    List<String> header = ResultColumns.inputHeader(input, ours);
    header.addAll(ours);
    return of(
        new CsvTable(folder.resolve("rejected.csv"), header),
        row -> {
          if (row.state() != RowState.REJECTED) {
            return null;
          }
          List<@Nullable Object> cells = ResultColumns.inputCells(row, input.size());
          cells.add(row.line());
          cells.add(row.reason());
          return cells;
        });
  }

  private static Report of(Table table, Columns columns) {
    return new Report() {
      @Override
      public void add(List<? extends ReportRow> rows) throws IOException {
        for (ReportRow row : rows) {
          List<@Nullable Object> cells = columns.of(row);
          if (cells != null) {
            table.row(cells);
          }
        }
      }

      @Override
      public void finish() throws IOException {
        table.finish();
      }

      @Override
      public void close() throws IOException {
        table.close();
      }
    };
  }

  private static Report together(Report... parts) {
    List<Report> all = new ArrayList<>(List.of(parts));
    return new Report() {
      @Override
      public void add(List<? extends ReportRow> rows) throws IOException {
        // Backwards: the last part works beside the others, once it has its rows.
        for (int i = all.size() - 1; i >= 0; i--) {
          all.get(i).add(rows);
        }
      }

      @Override
      public void finish() throws IOException {
        for (Report part : all) {
          part.finish();
        }
      }

      @Override
      public void close() throws IOException {
        for (Report part : all) {
          part.close();
        }
      }
    };
  }

  /** Tables that are being written. */
  public interface Report extends Closeable {
    /** The next rows, which nobody changes any more. */
    void add(List<? extends ReportRow> rows) throws IOException;

    /** Puts the files in place. */
    void finish() throws IOException;

    /** Gives up what is not finished. */
    @Override
    void close() throws IOException;
  }

  @FunctionalInterface
  private interface Columns {
    /** The cells of a row; null if it has no line in this table. */
    @Nullable List<@Nullable Object> of(ReportRow row);
  }
}

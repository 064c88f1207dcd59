package io.callsheet.report;

import io.callsheet.ledger.StatementBook.Amounts;
import io.callsheet.ledger.StatementBook.By;
import io.callsheet.ledger.StatementBook.Line;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement as a file, written line by line; there whole after {@link #finish}, or not at all.
 */
public final class StatementFile implements Closeable {
  private static final List<String> AMOUNTS =
      List.of(
          "rows",
          "rendered",
          "reused",
          "failed",
          "seconds_rendered",
          "seconds_billed",
          "credits_charged",
          "usd_charged",
          "credits_assumed",
          "credits_reserved",
          "credits_saved");

  private final Table table;
  private final int names;
  private Amounts total = Amounts.NONE;

  private StatementFile(Table table, int names) {
    this.table = table;
    this.names = names;
  }

  public static StatementFile csv(Path file, List<By> by) throws IOException {
    return new StatementFile(new CsvTable(file, header(by)), by.size());
  }

  /** Into a writer, which stays open. */
  public static StatementFile csv(Writer out, List<By> by) throws IOException {
    return new StatementFile(new CsvTable(out, header(by)), by.size());
  }

  /** A workbook, with the total in its last row. */
  public static StatementFile xlsx(Path file, List<By> by) throws IOException {
    return new StatementFile(new XlsxTable(file, "statement", header(by)), by.size());
  }

  public void add(Line line) throws IOException {
    total = total.plus(line.amounts());
    table.row(cells(line.names(), line.amounts()));
  }

  public Amounts total() {
    return total;
  }

  public void finish() throws IOException {
    List<String> title = new ArrayList<>(Collections.nCopies(names, ""));
    title.set(0, "total");
    table.total(cells(title, total));
    table.finish();
  }

  @Override
  public void close() throws IOException {
    table.close();
  }

  private static List<String> header(List<By> by) {
    List<String> header = new ArrayList<>(by.stream().map(By::word).toList());
    header.addAll(AMOUNTS);
    return header;
  }

  private static List<@Nullable Object> cells(List<String> names, Amounts amounts) {
    List<@Nullable Object> cells = new ArrayList<>(names);
    cells.add(amounts.rows());
    cells.add(amounts.rendered());
    cells.add(amounts.reused());
    cells.add(amounts.failed());
    cells.add(Cell.seconds(amounts.seconds()));
    cells.add(Cell.seconds(amounts.billed()));
    cells.add(Cell.credits(amounts.charged()));
    cells.add(Cell.usd(amounts.charged()));
    cells.add(Cell.credits(amounts.assumed()));
    cells.add(Cell.credits(amounts.reserved()));
    cells.add(Cell.credits(amounts.saved()));
    return cells;
  }
}

package io.callsheet.report;

import io.callsheet.model.FormulaGuard;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** CSV as spreadsheets like it: UTF-8 with BOM, comma, CRLF, no cell that could be a formula. */
final class CsvTable implements Table {
  private static final char BOM = '\uFEFF';

  private final @Nullable WholeFile file;
  private final CSVPrinter printer;

  CsvTable(Path target, List<String> header) throws IOException {
    this(new WholeFile(target), header);
  }

  private CsvTable(WholeFile file, List<String> header) throws IOException {
    this(file, buffered(file), header);
  }

  /** Each cell and each comma is a write of its own, and to encode them one by one takes long. */
  private static Writer buffered(WholeFile file) {
    return new BufferedWriter(new OutputStreamWriter(file.stream(), StandardCharsets.UTF_8));
  }

  /** Into a writer, which stays open. */
  CsvTable(Writer writer, List<String> header) throws IOException {
    this(null, writer, header);
  }

  private CsvTable(@Nullable WholeFile file, Writer writer, List<String> header)
      throws IOException {
    this.file = file;
    writer.write(BOM);
    this.printer = new CSVPrinter(writer, CSVFormat.RFC4180);
    row(header);
  }

  @Override
  public void row(List<? extends @Nullable Object> cells) throws IOException {
    List<String> texts = new ArrayList<>(cells.size());
    for (Object cell : cells) {
      texts.add(text(cell));
    }
    printer.printRecord(texts);
  }

  /** No line: a program that reads the column would count everything twice. */
  @Override
  public void total(List<? extends @Nullable Object> cells) {}

  private static String text(@Nullable Object cell) {
    if (cell instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (cell instanceof Number number) {
      return number.toString();
    }
    return cell == null ? "" : FormulaGuard.protect(cell.toString());
  }

  @Override
  public void finish() throws IOException {
    if (file == null) {
      printer.flush();
      return;
    }
    printer.close(true);
    file.finish();
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}

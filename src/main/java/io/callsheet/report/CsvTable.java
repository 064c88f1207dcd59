package io.callsheet.report;

import io.callsheet.model.FormulaGuard;
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

  private final WholeFile file;
  private final CSVPrinter printer;

  CsvTable(Path target, List<String> header) throws IOException {
    this.file = new WholeFile(target);
    Writer writer = new OutputStreamWriter(file.stream(), StandardCharsets.UTF_8);
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
    printer.close(true);
    file.finish();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}

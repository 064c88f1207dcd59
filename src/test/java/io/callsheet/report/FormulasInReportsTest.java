package io.callsheet.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.ledger.StatementBook.Amounts;
import io.callsheet.ledger.StatementBook.By;
import io.callsheet.ledger.StatementBook.Line;
import io.callsheet.model.FormulaGuard;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulasInReportsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+49 30 1",
        "-5",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "'=1+1",
        "''-x",
        "'quoted'",
        "a \"b\", c",
        "two\nlines",
        "Žluťoučký 🎬"
      })
  void no_cell_is_a_formula_and_each_comes_back_as_it_was(String cell) throws Exception {
    Path csv = folder.resolve("t.csv");
    try (Table table = new CsvTable(csv, List.of("cell"))) {
      table.row(List.of(cell));
      table.finish();
    }
    String text = Files.readString(csv).substring(1);
    String written = CSVFormat.RFC4180.parse(new StringReader(text)).getRecords().get(1).get(0);
    assertThat(written).doesNotMatch("(?s)[=+@\t\r-].*");
    assertThat(FormulaGuard.restore(written)).isEqualTo(cell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "''-x", "plain", "two\nlines"})
  void a_name_in_a_statement_comes_back_as_it_was(String client) throws Exception {
    StringWriter out = new StringWriter();
    try (StatementFile statement = StatementFile.csv(out, List.of(By.CLIENT))) {
      statement.add(new Line(List.of(client), Amounts.NONE));
      statement.finish();
    }
    assertThat(out.toString()).startsWith("\uFEFFclient,rows,").endsWith("\r\n");
    String text = out.toString().substring(1);
    String written = CSVFormat.RFC4180.parse(new StringReader(text)).getRecords().get(1).get(0);
    assertThat(written).doesNotMatch("(?s)[=+@\t\r-].*");
    assertThat(FormulaGuard.restore(written)).isEqualTo(client);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+49 30 1", "-5", "@SUM(A1)", "'=1+1", "two\nlines", "🎬", "a_x0041_"})
  void a_workbook_has_it_as_text(String cell) throws Exception {
    Path xlsx = folder.resolve("t.xlsx");
    try (Table table = new XlsxTable(xlsx, "t", List.of("cell"))) {
      table.row(List.of(cell));
      table.finish();
    }
    try (ReadableWorkbook workbook = new ReadableWorkbook(xlsx.toFile())) {
      Row row = workbook.getFirstSheet().read().get(1);
      assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
      assertThat(FormulaGuard.restore(row.getCellText(0))).isEqualTo(cell);
    }
  }
}

package io.callsheet.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.ledger.StatementBook.Amounts;
import io.callsheet.ledger.StatementBook.By;
import io.callsheet.ledger.StatementBook.Line;
import io.callsheet.model.Credits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookTest {
  @TempDir private Path folder;

  @Test
  void rows_that_do_not_fit_on_a_sheet_stand_on_the_next_below_the_same_header() throws Exception {
    Path file = folder.resolve("t.xlsx");
    try (Table table = new XlsxTable(file, "results", List.of("n"), 2_001)) {
      for (long n = 1; n <= 4_001; n++) {
        table.row(List.of(n));
      }
      table.finish();
    }
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
      List<Sheet> sheets = workbook.getSheets().toList();
      assertThat(sheets)
          .extracting(Sheet::getName)
          .containsExactly("results", "results 2", "results 3");
      assertThat(column(sheets.get(0))).hasSize(2_001).startsWith("n", "1").endsWith("2000");
      assertThat(column(sheets.get(1))).hasSize(2_001).startsWith("n", "2001").endsWith("4000");
      assertThat(column(sheets.get(2))).containsExactly("n", "4001");
    }
  }

  @Test
  void a_cell_is_cut_to_what_the_format_takes_and_says_so() throws Exception {
    Path file = folder.resolve("t.xlsx");
    try (Table table = new XlsxTable(file, "t", List.of("long"))) {
      table.row(List.of("x".repeat(32_765) + "🎬🎬"));
      table.row(List.of("half a character: \uD83C"));
      table.finish();
    }
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
      List<String> cells = column(workbook.getFirstSheet());
      assertThat(cells.get(1)).isEqualTo("x".repeat(32_765) + "…");
      assertThat(cells.get(2)).isEqualTo("half a character: \uFFFD");
    }
  }

  @Test
  void a_statement_ends_with_its_total() throws Exception {
    Path file = folder.resolve("t.xlsx");
    try (StatementFile statement = StatementFile.xlsx(file, List.of(By.CLIENT, By.RUN))) {
      statement.add(new Line(List.of("Acme", "s-1"), amounts("72.5")));
      statement.add(new Line(List.of("", "s-2"), amounts("27")));
      statement.finish();
      assertThat(statement.total().charged()).isEqualTo(Credits.parse("99.5"));
    }
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
      List<Row> rows = workbook.getFirstSheet().read();
      assertThat(rows).hasSize(4);
      Row total = rows.get(3);
      assertThat(total.getCellText(0)).isEqualTo("total");
      assertThat(total.getCell(2).asNumber()).isEqualByComparingTo("4");
      assertThat(rows.get(0).getCellText(8)).isEqualTo("credits_charged");
      assertThat(total.getCell(8).asNumber()).isEqualByComparingTo("99.5");
      assertThat(total.getCell(9).asNumber()).isEqualByComparingTo("0.4975");
    }
  }

  private static Amounts amounts(String charged) {
    return new Amounts(
        2,
        1,
        1,
        0,
        Duration.ofMillis(8_050),
        Duration.ofSeconds(9),
        Credits.parse(charged),
        Credits.ZERO,
        Credits.ZERO,
        Credits.of(9));
  }

  private static List<String> column(Sheet sheet) throws IOException {
    return sheet.read().stream().map(row -> row.getCellText(0)).toList();
  }
}

package io.callsheet.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callsheet.ledger.ReportRow;
import io.callsheet.model.NotRun;
import io.callsheet.model.Rate;
import io.callsheet.report.Reports.Report;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {
  private static final String RESULTS =
      "status,video,video_url,sha256,seconds,task_id,attempts,credits_estimated,credits_charged,"
          + "charge_basis,failure,reason,submitted_at,finished_at";

  @TempDir private Path folder;

  @Test
  void results_have_every_input_column_and_then_ours() throws Exception {
    write(reports("row_key", "Größe").results(), ReportRows.succeeded("hero", "groß"));
    List<CSVRecord> lines = read("results.csv");
    assertThat(lines.get(0).toList()).isEqualTo(List.of(("row_key,Größe," + RESULTS).split(",")));
    assertThat(lines.get(1).toList())
        .containsExactly(
            "hero",
            "groß",
            "succeeded",
            "videos/Sommer/hero.mp4",
            "https://files.example/T2.mp4",
            ReportRows.SHA256.hex(),
            "8.05",
            "T2",
            "2",
            "81",
            "72.5",
            "provider",
            "",
            "",
            "2026-03-11T04:23:18Z",
            "2026-03-11T04:28:18Z");
  }

  @Test
  void an_input_column_named_like_one_of_ours_comes_back_renamed() throws Exception {
    write(reports("status", "line", "video").results(), ReportRows.succeeded("old", "x", "y"));
    assertThat(read("results.csv").get(0).toList())
        .startsWith("input.status", "line", "input.video", "status");
    assertThat(read("rejected.csv").get(0).toList())
        .containsExactly("status", "input.line", "video", "line", "problem");
  }

  @Test
  void spend_has_one_line_per_row() throws Exception {
    write(reports("row_key").spend(), ReportRows.succeeded("hero"));
    List<CSVRecord> lines = read("spend.csv");
    assertThat(String.join(",", lines.get(0)))
        .isEqualTo(
            "row_key,client,campaign,character,performance,resolution,action,seconds_expected,"
                + "seconds_rendered,credits_estimated,credits_reserved,credits_charged,usd_charged,"
                + "charge_basis,rate_card,attempts,task_ids,status");
    assertThat(String.join(",", lines.get(1)))
        .isEqualTo(
            "hero,Käthe,Sommer,a.png,b.mp4,720p,render,8.1,8.05,81,0,72.5,0.3625,provider,"
                + Rate.VIDGO.name()
                + ",2,T1 T2,succeeded");
  }

  @Test
  void spend_tells_what_every_kind_of_row_holds_and_cost() throws Exception {
    write(
        reports("row_key").spend(),
        ReportRows.reused(Duration.ofSeconds(8)),
        ReportRows.failed(),
        ReportRows.inDoubt(),
        ReportRows.writtenOff(),
        ReportRows.rejected("character: is empty"),
        ReportRows.notRun(NotRun.OVER_CAP));
    String card = Rate.VIDGO.name();
    assertThat(read("spend.csv").stream().skip(1).map(line -> String.join(",", line)))
        .containsExactly(
            "row,C,D,a.png,b.mp4,720p,reuse,8.1,8,0,0,0,0.00,," + card + ",0,,reused",
            "row,C,D,a.png,b.mp4,720p,render,8.1,,81,0,0,0.00,," + card + ",2,T1 T2,failed",
            "row,C,D,a.png,b.mp4,720p,render,8.1,,81,81,0,0.00,," + card + ",2,T1,in-doubt",
            "row,C,D,a.png,b.mp4,720p,render,8.1,,81,0,81,0.405,assumed," + card + ",1,,failed",
            "other,,,a.png,,,reject,5,,45,0,0,0.00,," + card + ",0,,rejected",
            "other,,,a.png,,,over-cap,5,,45,0,0,0.00,," + card + ",0,,not-run");
  }

  @Test
  void a_short_video_says_how_short_and_how_long_it_was_billed() throws Exception {
    write(
        reports().results(),
        ReportRows.rendered(Duration.ofMillis(7600)),
        ReportRows.rendered(Duration.ofMillis(7599)),
        ReportRows.reused(Duration.ofSeconds(4)));
    assertThat(read("results.csv").stream().map(line -> line.get(11)))
        .containsExactly(
            "reason",
            "",
            "short: 7.599 s of 8.1 s; billed 8.055 s",
            "short: 4 s of 8.1 s; the same as hero of spring-1");
  }

  @Test
  void the_plan_says_what_each_row_costs_and_why_one_is_left_out() throws Exception {
    write(
        reports("row_key").plan(),
        ReportRows.succeeded("hero"),
        ReportRows.notRun(NotRun.OVER_CAP, "other"));
    assertThat(read("plan.csv").stream().map(line -> String.join(",", line)))
        .containsExactly(
            "row,row_key,client,campaign,action,seconds,credits,usd,reason",
            "7,hero,Käthe,Sommer,render,8.1,81,0.405,prompt changed",
            "8,other,,,over-cap,5,0,0,over-cap: does not fit under the cap");
  }

  @Test
  void rejected_rows_come_back_with_their_line_and_problem_and_no_others() throws Exception {
    write(
        reports("row_key", "character").results(),
        ReportRows.succeeded("hero", "a.png"),
        ReportRows.rejected("character: is empty", "other"));
    assertThat(read("rejected.csv").stream().map(line -> String.join(",", line)))
        .containsExactly("row_key,character,line,problem", "other,,10,character: is empty");
  }

  @Test
  void a_csv_begins_with_a_mark_and_ends_its_lines_as_spreadsheets_do() throws Exception {
    write(reports("row_key").spend(), ReportRows.succeeded("hero"));
    String text = Files.readString(folder.resolve("spend.csv"));
    assertThat(text).startsWith("\uFEFFrow_key,").endsWith("succeeded\r\n");
    assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
  }

  @Test
  void a_workbook_holds_the_same_cells_as_the_csv_with_numbers_as_numbers() throws Exception {
    write(reports("row_key", "prompt").results(), ReportRows.succeeded("hero", "8"));
    List<CSVRecord> csv = read("results.csv");
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(
            folder.resolve("results.xlsx").toFile(), new ReadingOptions(true, false))) {
      List<Row> rows = workbook.getFirstSheet().read();
      assertThat(rows).hasSize(2);
      for (int line = 0; line < 2; line++) {
        for (int column = 0; column < csv.get(line).size(); column++) {
          boolean time = line > 0 && csv.get(0).get(column).endsWith("_at");
          assertThat(
                  time
                      ? rows.get(line).getCell(column).asDate() + "Z"
                      : rows.get(line).getCellText(column))
              .as(csv.get(0).get(column))
              .isEqualTo(csv.get(line).get(column));
        }
      }
      Row row = rows.get(1);
      assertThat(row.getCell(1).getType()).as("a prompt of digits").isEqualTo(CellType.STRING);
      assertThat(row.stream().limit(14).filter(cell -> isNumber(cell)).map(Cell::asNumber))
          .containsExactly(
              new BigDecimal("8.05"),
              new BigDecimal("2"),
              new BigDecimal("81"),
              new BigDecimal("72.5"));
      assertThat(row.getCell(15).getDataFormatString()).contains("yyyy-mm-dd").contains("UTC");
    }
  }

  @Test
  void a_report_that_is_not_finished_leaves_the_old_files_and_nothing_else() throws Exception {
    write(reports("row_key").results(), ReportRows.succeeded("first"));
    byte[] before = Files.readAllBytes(folder.resolve("results.csv"));
    byte[] workbook = Files.readAllBytes(folder.resolve("results.xlsx"));
    assertThatThrownBy(
            () -> {
              try (Report report = reports("row_key").results()) {
                report.add(List.of(ReportRows.succeeded("second")));
                throw new IOException("the database is gone");
              }
            })
        .hasMessage("the database is gone");
    assertThat(folder.resolve("results.csv")).hasBinaryContent(before);
    assertThat(folder.resolve("results.xlsx")).hasBinaryContent(workbook);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("results.csv", "results.xlsx", "rejected.csv");
    }
  }

  private static boolean isNumber(Cell cell) {
    return cell != null && cell.getType() == CellType.NUMBER;
  }

  private Reports reports(String... columns) {
    return new Reports(folder, List.of(columns), Rate.VIDGO);
  }

  private static void write(Report report, ReportRow... rows) throws IOException {
    try (report) {
      for (ReportRow row : rows) {
        report.add(List.of(row));
      }
      report.finish();
    }
  }

  private List<CSVRecord> read(String name) throws IOException {
    String text = Files.readString(folder.resolve(name), StandardCharsets.UTF_8).substring(1);
    return CSVFormat.RFC4180.parse(new StringReader(text)).getRecords();
  }
}

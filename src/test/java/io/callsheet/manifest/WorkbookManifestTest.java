package io.callsheet.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.callsheet.job.ManifestSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookManifestTest {

  private static final String RELATION =
      "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
          + "<Relationship Id='r1' Type='http://x/officeDocument' Target='%s'/>"
          + "<Relationship Id='r2' Type='http://x/worksheet' Target='%s'/></Relationships>";

  @TempDir private Path folder;

  @Test
  void reads_the_first_sheet_with_cells_as_they_are_shown() throws Exception {
    Path file =
        workbook(
            book -> {
              Worksheet sheet = book.newWorksheet("June");
              head(
                  sheet, "character", "performance", "sku", "price", "day", "share", "done", "ean");
              sheet.value(2, 0, "Köln.png");
              sheet.value(2, 1, "tänzer.mp4");
              sheet.value(2, 2, 123);
              sheet.style(2, 2).format("00000").set();
              sheet.value(2, 3, 1.5);
              sheet.value(2, 4, LocalDate.of(2026, 12, 24));
              sheet.style(2, 4).format("dd.mm.yyyy").set();
              sheet.value(2, 5, 0.25);
              sheet.style(2, 5).format("0%").set();
              sheet.value(2, 6, true);
              sheet.value(2, 7, 4006381333931L);
              book.newWorksheet("July");
            });
    List<ManifestRow> rows = rows(file, null);
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).line()).as("row of the sheet").isEqualTo(3);
    assertThat(rows.get(0).cells())
        .containsExactly(
            "Köln.png", "tänzer.mp4", "00123", "1.5", "24.12.2026", "25%", "TRUE", "4006381333931");
  }

  @Test
  void reads_the_sheet_that_the_job_names_and_lists_the_others_when_there_is_none()
      throws Exception {
    Path file =
        workbook(
            book -> {
              book.newWorksheet("Notes").value(0, 0, "nothing");
              Worksheet rows = book.newWorksheet("Rows");
              head(rows, "image", "video");
              rows.value(1, 0, "a.png");
              rows.value(1, 1, "b.mp4");
            });
    assertThat(rows(file, "rows ")).hasSize(1);
    assertThat(refusal(file, "Raws"))
        .isEqualTo(
            "spring.csv: has no sheet `Raws`: set `sheet` in the job file to one of: Notes, Rows");
    assertThat(refusal(file, null)).startsWith("spring.csv:1: there is no column `character`");
  }

  @Test
  void tells_problems_by_the_rows_of_the_sheet() throws Exception {
    Path file =
        workbook(
            book -> {
              Worksheet sheet = book.newWorksheet("June");
              head(sheet, "character", "performance", "priority");
              sheet.value(5, 0, "a.png");
              sheet.value(5, 2, 1.5);
            });
    ManifestRow.Bad bad = (ManifestRow.Bad) rows(file, null).get(0);
    assertThat(bad.problems())
        .extracting(problem -> problem.line() + " " + problem.column() + " " + problem.value())
        .containsExactly("6 performance ", "6 priority 1.5");
  }

  @Test
  void reads_texts_in_every_way_that_programs_write_them() throws Exception {
    Path file =
        sheet(
            "<row><c t='inlineStr'><is><r><t>char</t></r><r><t>acter</t></r><rPh><t>no</t></rPh></is></c>"
                + "<c t='str'><v>performance</v></c><c t='str'><v>note</v></c></row>"
                + "<row r='7'><c r='C7' t='str'><f>A1</f><v>a_x0041_&amp;</v></c>"
                + "<c r='A7' t='s'><v>9</v></c><c r='B7' t='e'><v>#N/A</v></c></row>");
    assertThat(rows(file, null))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.line()).isEqualTo(7);
              assertThat(row.cells()).containsExactly("", "#N/A", "aA&");
            });
  }

  @Test
  void never_follows_an_entity_out_of_the_file() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "s3cret");
    Path file =
        zip(
            Map.of(
                "_rels/.rels", RELATION.formatted("book.xml", ""),
                "_rels/book.xml.rels", RELATION.formatted("", "sheet.xml"),
                "book.xml", "<workbook><sheets><sheet name='x' id='r2'/></sheets></workbook>",
                "sheet.xml",
                    "<!DOCTYPE x [<!ENTITY e SYSTEM '%s'>]><worksheet><sheetData><row><c t='str'><v>&e;</v></c></row></sheetData></worksheet>"
                        .formatted(secret.toUri())));
    assertThat(refusal(file, null)).doesNotContain("s3cret").contains("spring.csv");
  }

  @Test
  void refuses_what_is_no_workbook_or_would_fill_the_memory() throws Exception {
    assertThat(refusal(zip(Map.of("mimetype", "x")), null))
        .isEqualTo(
            "spring.csv: is a ZIP file, but no Excel workbook (.xlsx): save it as CSV (UTF-8) or as"
                + " .xlsx");
    Path bomb = sheet("<row><c t='str'><v>" + "x".repeat(40_000_000) + "</v></c></row>");
    assertThat(Files.size(bomb)).isLessThan(100_000);
    assertThat(refusal(bomb, null)).contains("expands to more than 32 MB");
    assertThat(refusal(sheet("<row><c r='ZZZZZ1' t='str'><v>x</v></c></row>"), null))
        .startsWith("spring.csv:1: is a damaged workbook");
  }

  @Test
  void refuses_more_texts_than_fit_into_the_memory() {
    byte[] texts = "<si/>".repeat(8_300_000).getBytes(StandardCharsets.UTF_8);
    InputStream part =
        new SequenceInputStream(
            new ByteArrayInputStream("<sst>".getBytes(StandardCharsets.UTF_8)),
            new ByteArrayInputStream(texts));
    assertThatThrownBy(() -> SharedStrings.of(part, folder))
        .isInstanceOf(SharedStrings.TooMany.class)
        .hasMessage("more than 8,000,000 texts");
  }

  @Test
  void keeps_only_the_first_texts_in_memory() throws Exception {
    int rows = 3_000;
    StringBuilder texts = new StringBuilder("<sst>");
    StringBuilder cells = new StringBuilder();
    texts.append("<si><t>character</t></si><si><t>performance</t></si>");
    cells.append("<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c></row>");
    String padding = "é".repeat(4_000);
    for (int i = 0; i < rows; i++) {
      texts.append("<si><t>").append(i).append(padding).append("</t></si>");
      cells
          .append("<row><c t='str'><v>a</v></c><c t='s'><v>")
          .append(i + 2)
          .append("</v></c></row>");
    }
    Map<String, String> parts = parts(cells.toString());
    parts.put(
        "_rels/book.xml.rels",
        RELATION
            .formatted("", "sheet.xml")
            .replace(
                "</Relationships>",
                "<Relationship Id='r3' Type='http://x/sharedStrings' Target='t.xml'/></Relationships>"));
    parts.put("t.xml", texts.append("</sst>").toString());
    List<ManifestRow> read = rows(zip(parts), null);
    assertThat(read).hasSize(rows);
    assertThat(read.get(rows - 1).cells().get(1)).startsWith(rows - 1 + "éé");
    assertThat(folder.toFile().list()).containsExactly("copy.xlsx");
  }

  private static void head(Worksheet sheet, String... names) {
    for (int i = 0; i < names.length; i++) {
      sheet.value(0, i, names[i]);
    }
  }

  private Path workbook(Content content) throws IOException {
    Path file = folder.resolve("copy.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "callsheet", "1.0")) {
      content.write(book);
    }
    return file;
  }

  private Path sheet(String rows) throws IOException {
    return zip(parts(rows));
  }

  private static Map<String, String> parts(String rows) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("_rels/.rels", RELATION.formatted("book.xml", ""));
    parts.put("_rels/book.xml.rels", RELATION.formatted("", "sheet.xml"));
    parts.put("book.xml", "<workbook><sheets><sheet name='x' id='r2'/></sheets></workbook>");
    parts.put("sheet.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    return parts;
  }

  private Path zip(Map<String, String> parts) throws IOException {
    Path file = folder.resolve("copy.xlsx");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        out.putNextEntry(new ZipEntry(part.getKey()));
        out.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  private static List<ManifestRow> rows(Path file, @Nullable String sheet)
      throws IOException, ManifestUnreadable {
    ManifestSource source = new ManifestSource(Manifests.NAMED.place(), sheet, false);
    try (ManifestReader reader = ManifestReader.open(file, source, Map.of(), Manifests.DEFAULTS)) {
      return Manifests.rows(reader);
    }
  }

  private static String refusal(Path file, @Nullable String sheet) {
    ManifestUnreadable refusal =
        catchThrowableOfType(ManifestUnreadable.class, () -> rows(file, sheet));
    return refusal == null ? "readable" : String.valueOf(refusal.getMessage());
  }

  private interface Content {
    void write(Workbook book) throws IOException;
  }
}

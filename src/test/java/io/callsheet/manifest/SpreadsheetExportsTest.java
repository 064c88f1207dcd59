package io.callsheet.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callsheet.model.Orientation;
import io.callsheet.model.Resolution;
import io.callsheet.model.RowKey;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetExportsTest {

  @TempDir private Path folder;
  private Manifests manifests;

  @BeforeEach
  void make_manifests() {
    manifests = new Manifests(folder);
  }

  @Test
  void reads_a_german_excel_export() throws Exception {
    Path file =
        manifests.file(
            "ID;Character;Performance;Campaign;Prompt\r\n"
                + "süß-1;Köln.png;Tänzer.mp4;Frühling 10 €;\"Größer; „lauter“\"\r\n"
                + ";;;;\r\n",
            Charset.forName("windows-1252"));
    assertThat(Manifests.rows(file))
        .containsExactly(
            new ManifestRow.Good(
                1,
                2,
                List.of("süß-1", "Köln.png", "Tänzer.mp4", "Frühling 10 €", "Größer; „lauter“"),
                new RowKey("süß-1"),
                "Köln.png",
                "Tänzer.mp4",
                "Größer; „lauter“",
                Orientation.VIDEO,
                Resolution.P720,
                "",
                "Frühling 10 €",
                null,
                false,
                0));
  }

  @Test
  void reads_excel_utf_8_with_byte_order_mark() throws Exception {
    Path file =
        manifests.file(
            "character,performance,note\r\nKöln.png,a.mp4,東京\r\n",
            StandardCharsets.UTF_8,
            0xEF,
            0xBB,
            0xBF);
    try (ManifestReader reader = Manifests.open(file)) {
      assertThat(reader.header()).containsExactly("character", "performance", "note");
      assertThat(Manifests.rows(reader))
          .singleElement()
          .satisfies(row -> assertThat(row.cells()).containsExactly("Köln.png", "a.mp4", "東京"));
    }
  }

  @Test
  void reads_excel_unicode_text_of_either_byte_order() throws Exception {
    String text = "character\tperformance\tprompt\r\nKöln.png\ta.mp4\t\"東京 \"\"neu\"\"\"\r\n";
    Path little = manifests.file(text, StandardCharsets.UTF_16LE, 0xFF, 0xFE);
    assertThat(Manifests.rows(little).get(0).cells())
        .containsExactly("Köln.png", "a.mp4", "東京 \"neu\"");
    Path big = manifests.file(text, StandardCharsets.UTF_16BE, 0xFE, 0xFF);
    assertThat(Manifests.rows(big).get(0).cells())
        .containsExactly("Köln.png", "a.mp4", "東京 \"neu\"");
  }

  @Test
  void reads_a_google_sheets_export_with_quoted_newlines_and_the_right_lines() throws Exception {
    List<ManifestRow> rows =
        manifests.rows(
            """
            row key,Character,PERFORMANCE,Prompt,Resolution,Priority
            a,hero.png,dance.mp4,"one
            two, ""three""
            four",1080p,2
            b,hero.png,dance.mp4,,,

            c,hero.png,dance.mp4,"x
            y",,1""");
    assertThat(rows).extracting(ManifestRow::line).containsExactly(2L, 5L, 7L);
    assertThat(rows).extracting(ManifestRow::number).containsExactly(1L, 2L, 3L);
    ManifestRow.Good first = (ManifestRow.Good) rows.get(0);
    assertThat(first.prompt()).isEqualTo("one\ntwo, \"three\"\nfour");
    assertThat(first.resolution()).isEqualTo(Resolution.P1080);
    assertThat(first.priority()).isEqualTo(2);
    assertThat(((ManifestRow.Good) rows.get(1)).prompt()).isEqualTo("as it is");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void counts_lines_of_every_ending(String end) throws Exception {
    String text = String.join(end, "character,performance", "a,\"b", "c\"", "", "d,e", "", "");
    assertThat(manifests.rows(text)).extracting(ManifestRow::line).containsExactly(2L, 5L);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void finds_the_separator(String separator) throws Exception {
    String text = "character,performance,x\na.png,b.mp4,c\n".replace(",", separator);
    assertThat(manifests.good(text).performance()).isEqualTo("b.mp4");
  }

  @Test
  void prefers_the_separator_that_yields_known_columns() throws Exception {
    assertThat(manifests.header("character;performance;notes, long, of, all, sorts\n"))
        .containsExactly("character", "performance", "notes, long, of, all, sorts");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sep=#\r\n", "\"sep=#\"\r\n", "SEP=#\n"})
  void believes_the_separator_line_of_excel(String announcement) throws Exception {
    List<ManifestRow> rows =
        manifests.rows(announcement + "character#performance\r\na,b;c.png#d.mp4\r\n");
    assertThat(rows).singleElement().satisfies(row -> assertThat(row.line()).isEqualTo(3));
    assertThat(((ManifestRow.Good) rows.get(0)).character()).isEqualTo("a,b;c.png");
  }

  @Test
  void tolerates_empty_cells_too_many_and_pads_missing_ones() throws Exception {
    List<ManifestRow> rows = manifests.rows("character,performance,note\na,b,c,,,\nd,e\n");
    assertThat(rows.get(0).cells()).containsExactly("a", "b", "c");
    assertThat(rows.get(1).cells()).containsExactly("d", "e", "");
  }

  @Test
  void takes_one_leading_quote_from_a_cell_that_was_protected() throws Exception {
    assertThat(manifests.good("character,performance,'=x\n'@a.png,''-b.mp4,'tis\n").cells())
        .containsExactly("@a.png", "'-b.mp4", "'tis");
    assertThat(manifests.header("character,performance,'=x\n"))
        .containsExactly("character", "performance", "=x");
  }

  @Test
  void refuses_damaged_old_and_locked_files() throws Exception {
    assertThat(Manifests.refusal(manifests.file("..", StandardCharsets.UTF_8, 'P', 'K', 3, 4)))
        .startsWith("spring.csv: is a damaged workbook");
    assertThat(Manifests.refusal(manifests.file("..", StandardCharsets.UTF_8, 0x1F, 0x8B, 8)))
        .isEqualTo(
            "spring.csv: is compressed (gzip) and damaged or cut off: compress or copy it again");
    assertThat(
            Manifests.refusal(manifests.file("..", StandardCharsets.UTF_8, 0xD0, 0xCF, 0x11, 0xE0)))
        .isEqualTo(
            "spring.csv: is an old Excel workbook (.xls), or one with a password: save it without"
                + " a password as .xlsx, or as CSV (UTF-8)");
  }

  @Test
  void reads_a_compressed_file_whatever_its_name() throws Exception {
    Path file = gzip("ID;character;performance\r\nsüß;a.png;b.mp4\r\n".getBytes("windows-1252"));
    assertThat(Manifests.rows(file))
        .singleElement()
        .satisfies(row -> assertThat(row.key()).hasToString("süß"));
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 12));
    assertThat(Manifests.refusal(file)).contains("damaged or cut off");
  }

  @Test
  void stops_a_compressed_file_that_never_ends() throws Exception {
    Path file = gzip(new byte[40_000_000]);
    assertThat(Files.size(file)).isLessThan(100_000);
    assertThat(Manifests.refusal(file)).startsWith("spring.csv:1: there is a NUL character");
    try (BoundedStream bounded =
        new BoundedStream(new TextBytes(file, true, "spring.csv").open(), 1_000_000)) {
      assertThatThrownBy(bounded::readAllBytes).isInstanceOf(BoundedStream.TooLarge.class);
    }
  }

  @Test
  void reads_a_thousand_columns_blank_and_repeated_names_included() throws Exception {
    String more = ",x,".repeat(499);
    assertThat(manifests.good("character,performance" + more + "\na,b" + more + "\n").cells())
        .hasSize(1000);
  }

  @Test
  void refuses_a_cell_of_ten_megabytes() throws Exception {
    assertThat(manifests.refusal("character,performance,x\na,b," + "x".repeat(10_000_000)))
        .startsWith("spring.csv:2: the row that begins here has more than 4,000,000 characters");
  }

  private Path gzip(byte[] bytes) throws Exception {
    Path file = folder.resolve("copy.csv");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(bytes);
    }
    return file;
  }

  @Test
  void refuses_bytes_that_are_no_text() throws Exception {
    String text = "character,performance\na,b\n";
    assertThat(Manifests.refusal(manifests.file(text, StandardCharsets.UTF_16LE)))
        .startsWith("spring.csv:1: there is a NUL character");
    Path marked = manifests.file(text, StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF, '\n', 0xFC, 'x');
    assertThat(Manifests.refusal(marked)).contains("are not UTF-8: save it as CSV (UTF-8)");
    Path undefined = manifests.file(text, StandardCharsets.UTF_8, 0x81, 'x', ',');
    assertThat(Manifests.refusal(undefined)).contains("are not windows-1252");
    Files.write(folder.resolve("copy.csv"), new byte[0]);
    assertThat(Manifests.refusal(folder.resolve("copy.csv")))
        .isEqualTo("spring.csv: is empty: its first line must name the columns");
  }
}

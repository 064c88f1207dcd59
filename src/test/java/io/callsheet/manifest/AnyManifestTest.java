package io.callsheet.manifest;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.testing.HostileManifests;
import io.callsheet.testing.Mutations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnyManifestTest {
  private static final List<String> WORDS =
      List.of(
          ",",
          ";",
          "\t",
          "|",
          "\"",
          "\"\"",
          "\n",
          "\r",
          "\r\n",
          "'=",
          "sep=;\n",
          "\uFEFF",
          "é",
          "🎬",
          "\0",
          "character",
          "performance",
          "row_key",
          "line",
          "problem",
          "id",
          "reuse",
          " ");
  private static final List<String> XML_WORDS =
      List.of(
          "<row r='1'>",
          "<c t='s'>",
          "<c r='XFD9'",
          "<v>",
          "</v>",
          "</c>",
          "<!DOCTYPE x [",
          "]>",
          "&lt;",
          "&e;",
          "_x0000_",
          "_xD83D_",
          "<![CDATA[",
          "<?xml version='1.1' encoding='UTF-16'?>",
          "<si/>",
          "<sheetData>",
          "</sheetData>",
          "99999999999999999999",
          "\u0001");

  @TempDir private Path folder;

  @Test
  void every_line_of_any_text_is_accounted_for() throws Exception {
    String table =
        "row_key,character,performance,prompt,reuse,Ä\r\n"
            + "a,x.png,y.mp4,\"two\r\nlines, \"\"quoted\"\"\",no,é\r\n\r\n,z.png,y.mp4,,,\n";
    String german = "\uFEFFcharacter;performance;note\na.png;b.mp4;1,5\n'=x;b.mp4;\"\"\n";
    List<byte[]> samples =
        List.of(
            table.getBytes(UTF_8),
            german.getBytes(UTF_8),
            ("\uFEFF" + table).getBytes(UTF_16BE),
            HostileManifests.gzip(table.getBytes(UTF_8)),
            "sep=|\nimage|video|id\na|b|1\n".getBytes(UTF_8));
    check(new Mutations(1, samples, WORDS), 1_000);
  }

  @Test
  void every_row_of_any_sheet_is_accounted_for() throws Exception {
    Mutations sheets = new Mutations(2, List.of(HostileManifests.SHEET.getBytes(UTF_8)), XML_WORDS);
    Mutations texts = new Mutations(3, List.of(HostileManifests.TEXTS.getBytes(UTF_8)), XML_WORDS);
    Mutations styles =
        new Mutations(4, List.of(HostileManifests.STYLES.getBytes(UTF_8)), XML_WORDS);
    long rows = 0;
    for (int i = 0; i < 600; i++) {
      byte[] sheet = i % 3 == 0 ? sheets.next() : HostileManifests.SHEET.getBytes(UTF_8);
      byte[] text = i % 3 == 1 ? texts.next() : HostileManifests.TEXTS.getBytes(UTF_8);
      byte[] style = i % 3 == 2 ? styles.next() : HostileManifests.STYLES.getBytes(UTF_8);
      rows += check(HostileManifests.workbook(sheet, text, style));
    }
    assertThat(rows).as("most damage is survived").isGreaterThan(30);
  }

  @Test
  void a_damaged_archive_is_refused_or_read() throws Exception {
    byte[] whole =
        HostileManifests.workbook(
            HostileManifests.SHEET.getBytes(UTF_8),
            HostileManifests.TEXTS.getBytes(UTF_8),
            HostileManifests.STYLES.getBytes(UTF_8));
    check(
        new Mutations(5, List.of(whole), List.of("PK\u0003\u0004", "PK\u0001\u0002", "../")), 600);
  }

  private void check(Mutations mutations, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      check(mutations.next());
    }
  }

  private long check(byte[] bytes) throws IOException {
    try {
      return AnyManifest.check(Files.write(folder.resolve("any"), bytes));
    } catch (RuntimeException | Error e) {
      Path kept = Files.write(Files.createTempFile("any-manifest-", ""), bytes);
      throw new AssertionError("what failed is kept in " + kept, e);
    }
  }
}

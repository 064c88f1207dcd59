package io.callsheet.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.job.Job;
import io.callsheet.job.ManifestSource;
import io.callsheet.manifest.ManifestReader;
import io.callsheet.manifest.ManifestRow;
import io.callsheet.model.Orientation;
import io.callsheet.model.Resolution;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run wrote is a manifest again, cell for cell. */
class ResultsComeBackTest {
  private static final List<String> BITS =
      List.of(
          "=",
          "+",
          "-",
          "@",
          "\t",
          "\r",
          "\n",
          "\r\n",
          "'",
          "''",
          "\"",
          "\"\"",
          ",",
          ";",
          "|",
          " ",
          "#",
          "\\",
          "é",
          "🎬",
          "\u00a0",
          "\u2028",
          "\u202e",
          "\uFEFF",
          "\u0085",
          "0",
          "007",
          "a",
          "_x0041_",
          "_x000D_",
          "<b>",
          "&amp;",
          "]]>",
          "TRUE",
          "1e5",
          "2026-11-22",
          "sep=;");

  @TempDir private Path folder;

  @Test
  void any_text_in_a_csv_comes_back_as_it_was() throws Exception {
    Random random = new Random(1);
    for (int i = 0; i < 150; i++) {
      Path file = folder.resolve("results.csv");
      List<List<String>> table = table(random, BITS);
      write(new CsvTable(file, table.get(0)), table);
      assertThat(read(file)).isEqualTo(table);
    }
  }

  @Test
  void any_text_in_a_workbook_comes_back_as_it_was() throws Exception {
    Random random = new Random(2);
    for (int i = 0; i < 50; i++) {
      Path file = folder.resolve("results.xlsx");
      List<List<String>> table = table(random, BITS);
      write(new XlsxTable(file, "results", table.get(0)), table);
      assertThat(read(file)).isEqualTo(table);
    }
  }

  /** The header and some rows; the first cells make each of them a row of a manifest. */
  private static List<List<String>> table(Random random, List<String> bits) {
    int width = random.nextInt(5);
    List<List<String>> table = new ArrayList<>();
    table.add(new ArrayList<>(List.of("character", "performance")));
    for (int i = 0; i < width; i++) {
      table.get(0).add("note " + i + text(random, bits));
    }
    for (int n = random.nextInt(4); n >= 0; n--) {
      List<String> row = new ArrayList<>(List.of(text(random, bits), "b.mp4"));
      for (int i = 0; i < width; i++) {
        row.add(text(random, bits));
      }
      table.add(row);
    }
    return table;
  }

  private static String text(Random random, List<String> bits) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(5); n > 0; n--) {
      text.append(bits.get(random.nextInt(bits.size())));
    }
    return text.toString();
  }

  private static void write(Table to, List<List<String>> table) throws IOException {
    try (to) {
      for (List<String> row : table.subList(1, table.size())) {
        to.row(row);
      }
      to.finish();
    }
  }

  private static List<List<String>> read(Path file) throws Exception {
    Job.Defaults defaults = new Job.Defaults(Orientation.VIDEO, Resolution.P720, null);
    List<List<String>> table = new ArrayList<>();
    try (ManifestReader reader =
        ManifestReader.open(file, ManifestSource.file(file), Map.of(), defaults)) {
      table.add(reader.header());
      for (ManifestRow row = reader.next(); row != null; row = reader.next()) {
        table.add(row.cells());
      }
    }
    return table;
  }
}

package io.callsheet.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlatMemoryTest {

  private static final int ROWS = 300_000;

  @TempDir private Path folder;

  /** The file alone is larger than the heap; the keys of its rows take up to 19 MB. */
  @Test
  void streams_300_000_rows_through_a_heap_of_48_mb() throws Exception {
    Path file = folder.resolve("large.csv");
    write(file);
    Path output = folder.resolve("output.txt");
    Process reader =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                CountRows.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(reader.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      reader.destroyForcibly();
    }
    assertThat(output).hasContent(ROWS + " rows");
  }

  private static void write(Path file) throws IOException {
    String prompt = "slow and steady ".repeat(10);
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write("row_key,character,performance,prompt\n");
      for (int i = 0; i < ROWS; i++) {
        out.write("row-" + i + ",hero.png,dance.mp4," + prompt + "\n");
      }
    }
    assertThat(Files.size(file)).isGreaterThan(48L << 20);
  }

  static final class CountRows {

    private CountRows() {}

    public static void main(String[] args) throws Exception {
      int count = 0;
      try (ManifestReader reader = Manifests.open(Path.of(args[0]))) {
        while (reader.next() instanceof ManifestRow.Good) {
          count++;
        }
      }
      System.out.println(count + " rows");
    }
  }
}

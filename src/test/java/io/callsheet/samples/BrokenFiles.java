package io.callsheet.samples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;

/** Files that the service would not take, as people send them. */
final class BrokenFiles {
  /** The smallest WebP picture: one pixel. */
  private static final String WEBP = "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA";

  private final Path folder;

  BrokenFiles(Path folder) {
    this.folder = folder;
  }

  void writeNotes(String name) throws IOException {
    Files.write(
        folder.resolve(name),
        "Hi! The hero picture comes by mail on Monday. Best, Jo\n".getBytes(UTF_8));
  }

  void writeWebp(String name) throws IOException {
    Files.write(folder.resolve(name), Base64.getDecoder().decode(WEBP));
  }

  void writeNothing(String name) throws IOException {
    Files.write(folder.resolve(name), new byte[0]);
  }

  /** The beginning of a good file, as a broken download leaves it. */
  void writeCut(String name, Path whole, int bytes) throws IOException {
    Files.write(folder.resolve(name), Arrays.copyOf(Files.readAllBytes(whole), bytes));
  }
}

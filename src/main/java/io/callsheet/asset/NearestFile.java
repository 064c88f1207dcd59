package io.callsheet.asset;

import io.callsheet.model.NearestWord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Guesses which file of a folder a mistyped name means. */
final class NearestFile {
  private static final int MOST_FILES = 10_000;

  private NearestFile() {}

  /** The name in the folder that is nearest, if any is near. */
  static Optional<String> to(String name, Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<String> known =
          files.limit(MOST_FILES).map(file -> String.valueOf(file.getFileName())).sorted().toList();
      return NearestWord.among(name, known);
    }
  }
}

package io.callsheet.asset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Guesses which file of a folder a mistyped name means. */
final class NearestFile {
  private static final int MOST_FILES = 10_000;

  private record Guess(String name, int distance) {}

  private NearestFile() {}

  /** The name in the folder that is nearest, if any is near. */
  static Optional<String> to(String name, Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .limit(MOST_FILES)
          .map(file -> String.valueOf(file.getFileName()))
          .map(known -> new Guess(known, distance(lower(name), lower(known))))
          .filter(guess -> guess.distance() <= Math.max(2, name.length() / 4))
          .min(Comparator.comparingInt(Guess::distance).thenComparing(Guess::name))
          .map(Guess::name);
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Levenshtein's: how many letters to insert, delete or change. */
  private static int distance(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int column = 0; column < above.length; column++) {
      above[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      int[] line = new int[above.length];
      line[0] = row;
      for (int column = 1; column < line.length; column++) {
        int changed = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
        int either = Math.min(above[column], line[column - 1]) + 1;
        line[column] = Math.min(either, above[column - 1] + changed);
      }
      above = line;
    }
    return above[to.length()];
  }
}

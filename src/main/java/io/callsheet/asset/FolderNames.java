package io.callsheet.asset;

import io.callsheet.model.NearestWord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names in one folder, to tell which of them a reference means that is not there as written.
 */
final class FolderNames {
  /** Enough for any real folder; a larger one only gets fewer guesses. */
  private static final int MOST_FILES = 100_000;

  /** Comparing with every name takes a while, so folders of this size get no guess. */
  private static final int MOST_GUESSED = 10_000;

  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

  private final List<String> names;

  private FolderNames(List<String> names) {
    this.names = names;
  }

  static FolderNames of(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return new FolderNames(List.of());
    }
    try (Stream<Path> files = Files.list(folder)) {
      return new FolderNames(
          files
              .limit(MOST_FILES)
              .map(file -> String.valueOf(file.getFileName()))
              .sorted()
              .toList());
    }
  }

  /**
   * The one name that has the same letters in another Unicode form: a Mac writes é as two
   * characters, everything else as one.
   */
  Optional<String> inOtherForm(String name) {
    return only(name, FolderNames::composed);
  }

  /** The one name that looks the same but for case, spaces and what cannot be seen. */
  Optional<String> alike(String name) {
    return only(name, FolderNames::folded);
  }

  /** The name that is most likely meant. */
  Optional<String> nearest(String name) {
    return names.size() > MOST_GUESSED ? Optional.empty() : NearestWord.among(name, names);
  }

  private Optional<String> only(String name, UnaryOperator<String> form) {
    String wanted = form.apply(name);
    List<String> same = names.stream().filter(known -> form.apply(known).equals(wanted)).toList();
    return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
  }

  /** Whether two names are the same file on every system. */
  static boolean isSame(String name, String other) {
    return composed(name).equals(composed(other));
  }

  private static String composed(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }

  private static String folded(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKC);
    String visible = INVISIBLE.matcher(plain).replaceAll("");
    String spaced = SPACE.matcher(visible).replaceAll(" ").strip();
    return spaced.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}

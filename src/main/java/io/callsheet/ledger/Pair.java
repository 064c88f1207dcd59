package io.callsheet.ledger;

import org.jspecify.annotations.Nullable;

/** The ends of both references: where names differ, and short enough for an index. */
final class Pair {
  private static final int LENGTH = 100;

  private Pair() {}

  static @Nullable String of(@Nullable String character, @Nullable String performance) {
    return character == null || performance == null
        ? null
        : end(character) + " " + end(performance);
  }

  /** Counted as the database counts, which knows no halves of a character. */
  private static String end(String reference) {
    int length = reference.codePointCount(0, reference.length());
    return length <= LENGTH
        ? reference
        : reference.substring(reference.offsetByCodePoints(reference.length(), -LENGTH));
  }
}

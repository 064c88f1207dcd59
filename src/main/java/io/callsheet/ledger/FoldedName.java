package io.callsheet.ledger;

import java.text.Normalizer;

/** Tells names that are one file on some file system: NTFS and APFS do not mind case. */
final class FoldedName {
  private FoldedName() {}

  /** The same for two names exactly if they may be one file. */
  static String of(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC)
        .codePoints()
        // By way of capitals: σ and ς are one letter, and so are K and the kelvin sign.
        .map(letter -> Character.toLowerCase(Character.toUpperCase(letter)))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}

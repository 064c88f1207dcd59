package io.callsheet.asset;

/** A reference as messages show it: on one line, not too long, its ends to be seen. */
final class Quoted {
  private static final int LONGEST = 200;

  private Quoted() {}

  static String of(String reference) {
    String shown = reference.length() > LONGEST ? reference.substring(0, LONGEST) + "…" : reference;
    return "`" + shown.replaceAll("\\p{Cntrl}", "�") + "`";
  }
}

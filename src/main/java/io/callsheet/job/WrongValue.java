package io.callsheet.job;

/** A value that does not fit its key; the message continues a sentence begun with the key. */
@SuppressWarnings("serial") // It lives for one call.
final class WrongValue extends Exception {

  private static final int LONGEST_SHOWN = 60;

  WrongValue(String sentence) {
    super(sentence, null, false, false);
  }

  /** Shows the value, shortened, and never the query of an address: it could hold a secret. */
  static WrongValue of(String value, String whatWouldBeRight) {
    String shown = value.length() > LONGEST_SHOWN ? value.substring(0, LONGEST_SHOWN) + "…" : value;
    return new WrongValue("is `" + shown + "`: " + whatWouldBeRight);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}

package io.callsheet.manifest;

/** A header line that does not name the columns; the message says what to do. */
final class BadHeader extends Exception {

  private static final long serialVersionUID = 1L;

  BadHeader(String message) {
    super(message, null, false, false);
  }

  ManifestUnreadable in(String named, long line) {
    return new ManifestUnreadable(named, line, String.valueOf(getMessage()), "");
  }
}

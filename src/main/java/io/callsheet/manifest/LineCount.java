package io.callsheet.manifest;

/** Counts the lines of a text, ended by LF, CR or both. */
final class LineCount {

  private long line = 1;
  private char last;

  void pass(char c) {
    if (c == '\r' || (c == '\n' && last != '\r')) {
      line++;
    }
    last = c;
  }

  /** The line, counted from 1, of the character that comes next. */
  long line() {
    return line;
  }
}

package io.callsheet.manifest;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Stops a row that never ends, as behind a quote that is not closed, before it fills the heap. */
final class RowLimit extends FilterReader {

  static final int MOST_CHARACTERS = 4_000_000;

  private long left = MOST_CHARACTERS;

  RowLimit(Reader in) {
    super(in);
  }

  void rowBegins() {
    left = MOST_CHARACTERS;
  }

  @Override
  public int read() throws IOException {
    int c = super.read();
    count(1);
    return c;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count(read);
    return read;
  }

  private void count(int characters) throws TooLong {
    left -= characters;
    if (left < 0) {
      throw new TooLong();
    }
  }

  /** The row has more characters than any that was meant. */
  static final class TooLong extends IOException {

    private static final long serialVersionUID = 1L;

    TooLong() {
      super("a row has more than " + MOST_CHARACTERS + " characters");
    }
  }
}

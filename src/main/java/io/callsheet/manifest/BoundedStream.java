package io.callsheet.manifest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops what expands without end before it has taken all time or memory. */
final class BoundedStream extends FilterInputStream {

  /** A million rows of 2,000 characters. */
  private static final long MOST_EXPANDED = 2_000_000_000L;

  /** What may be packed as tightly as it can be. */
  private static final long ALWAYS_FINE = 50_000_000L;

  /** Tables of a million like rows are packed a tenth as tightly. */
  private static final int TIGHTEST = 200;

  private final long most;
  private long left;

  /**
   * @param most bytes between two calls of {@link #restart}
   */
  BoundedStream(InputStream in, long most) {
    super(in);
    this.most = most;
    this.left = most;
  }

  /** Of something compressed, in proportion to its size. */
  static BoundedStream expanding(InputStream in, long compressedBytes) {
    long fine = Math.max(ALWAYS_FINE, TIGHTEST * Math.min(compressedBytes, MOST_EXPANDED));
    return new BoundedStream(in, Math.min(MOST_EXPANDED, fine));
  }

  void restart() {
    left = most;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    count(b < 0 ? 0 : 1);
    return b;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  private void count(int bytes) throws TooLarge {
    left -= bytes;
    if (left < 0) {
      throw new TooLarge(most);
    }
  }

  /** There is more than any manifest would have. */
  static final class TooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    TooLarge(long most) {
      super("more than " + most / 1_000_000 + " MB");
    }
  }
}

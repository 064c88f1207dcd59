package io.callsheet.asset.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes down what comes, up to a limit. */
final class Received {
  private static final int CHUNK = 1 << 16;

  private Received() {}

  /**
   * @param announced in bytes; negative if not known
   * @throws Refused if that is more than is taken
   */
  static void check(long announced, long most) throws Refused {
    if (announced > most) {
      BigDecimal size = BigDecimal.valueOf(announced, 6).stripTrailingZeros();
      throw new Refused(
          "has %s MB; the service takes at most %d MB"
              .formatted(size.toPlainString(), most / 1_000_000));
    }
  }

  /**
   * Writes all that comes.
   *
   * @throws Refused if it is more than is taken
   * @throws NoRoom if it cannot be written
   */
  static void save(InputStream in, long most, Path target) throws IOException {
    try (OutputStream out = open(target)) {
      byte[] chunk = new byte[CHUNK];
      long size = 0;
      for (int read; (read = in.read(chunk)) >= 0; ) {
        size += read;
        if (size > most) {
          throw new Refused(
              "has more than %d MB, which the service takes at most".formatted(most / 1_000_000));
        }
        write(out, chunk, read, target);
      }
    }
  }

  private static OutputStream open(Path target) throws NoRoom {
    try {
      return Files.newOutputStream(target);
    } catch (IOException e) {
      throw new NoRoom(target, e);
    }
  }

  private static void write(OutputStream out, byte[] chunk, int count, Path target) throws NoRoom {
    try {
      out.write(chunk, 0, count);
    } catch (IOException e) {
      throw new NoRoom(target, e);
    }
  }
}

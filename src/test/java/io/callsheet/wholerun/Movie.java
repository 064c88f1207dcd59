package io.callsheet.wholerun;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What the stand-in service knows of MP4 files. */
final class Movie {
  private static final byte[] HEADER = "mvhd".getBytes(StandardCharsets.US_ASCII);
  private static final int TIMESCALE = 16;

  private Movie() {}

  /** The whole seconds that are billed, begun ones counted. */
  static long seconds(byte[] movie) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(movie);
    for (int at = 0; at + 24 < movie.length; at++) {
      if (startsAt(movie, at)) {
        long scale = Integer.toUnsignedLong(bytes.getInt(at + TIMESCALE));
        long length = Integer.toUnsignedLong(bytes.getInt(at + TIMESCALE + 4));
        return (length + scale - 1) / scale;
      }
    }
    throw new IOException("no movie header");
  }

  private static boolean startsAt(byte[] movie, int at) {
    for (int i = 0; i < HEADER.length; i++) {
      if (movie[at + i] != HEADER[i]) {
        return false;
      }
    }
    return true;
  }

  /** A playable movie that is a different file for each mark, and the same one each time. */
  static byte[] marked(byte[] movie, String mark) {
    byte[] text = mark.getBytes(StandardCharsets.UTF_8);
    ByteBuffer made = ByteBuffer.allocate(movie.length + 8 + text.length);
    made.put(movie).putInt(8 + text.length);
    return made.put("free".getBytes(StandardCharsets.US_ASCII)).put(text).array();
  }

  static BigDecimal price(long seconds, String resolution) {
    return BigDecimal.valueOf(seconds * (resolution.equals("1080p") ? 15 : 9));
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

package io.callsheet.manifest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * The bytes of a text file, which may be compressed.
 *
 * @param named the file as the user knows it
 */
record TextBytes(Path file, boolean gzip, String named) {

  private static final int BUFFER = 1 << 16;

  /** The file in its full length; what it expands to is bounded. */
  InputStream open() throws IOException {
    InputStream raw = Files.newInputStream(file);
    try {
      return gzip
          ? BoundedStream.expanding(new GZIPInputStream(raw, BUFFER), Files.size(file))
          : new BufferedInputStream(raw, BUFFER);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  static boolean begins(byte[] start, int... magic) {
    if (start.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((start[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}

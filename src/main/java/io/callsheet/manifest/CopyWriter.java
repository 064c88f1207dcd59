package io.callsheet.manifest;

import io.callsheet.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/** Writes files to the disk, for good, and hashes them together. */
final class CopyWriter {

  private static final int BUFFER = 1 << 17;

  private final MessageDigest digest = Sha256.digest();
  private final byte[] buffer = new byte[BUFFER];
  private int files;
  private long bytes;

  void write(InputStream in, Path to) throws IOException {
    if (files > 0) {
      // The length of what came before: where one file ends and the next begins counts too.
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(bytes).flip());
    }
    files++;
    try (FileChannel out =
        FileChannel.open(
            to,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        digest.update(buffer, 0, length);
        ByteBuffer some = ByteBuffer.wrap(buffer, 0, length);
        while (some.hasRemaining()) {
          out.write(some);
        }
        bytes += length;
      }
      out.force(true);
    }
  }

  Sha256 sha256() {
    return Sha256.of(digest);
  }

  long bytes() {
    return bytes;
  }
}

package io.callsheet.manifest;

import io.callsheet.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
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
    try (FileChannel out =
        FileChannel.open(
            to,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      pass(in, out);
      out.force(true);
    }
  }

  /** Hashes a file that is written nowhere. */
  void hash(InputStream in) throws IOException {
    pass(in, Channels.newChannel(OutputStream.nullOutputStream()));
  }

  private void pass(InputStream in, WritableByteChannel out) throws IOException {
    if (files > 0) {
      // The length of what came before: where one file ends and the next begins counts too.
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(bytes).flip());
    }
    files++;
    for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
      digest.update(buffer, 0, length);
      ByteBuffer some = ByteBuffer.wrap(buffer, 0, length);
      while (some.hasRemaining()) {
        out.write(some);
      }
      bytes += length;
    }
  }

  Sha256 sha256() {
    return Sha256.of(digest);
  }

  long bytes() {
    return bytes;
  }
}

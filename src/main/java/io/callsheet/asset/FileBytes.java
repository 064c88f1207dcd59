package io.callsheet.asset;

import io.callsheet.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;

/** An open file, read at any position. Everything asked of it is asked of the same open file. */
final class FileBytes implements AutoCloseable {
  private static final int CHUNK = 1 << 16;

  private final FileChannel channel;
  private final long size;

  private FileBytes(FileChannel channel) throws IOException {
    this.channel = channel;
    this.size = channel.size();
  }

  static FileBytes open(Path file) throws IOException {
    return new FileBytes(FileChannel.open(file));
  }

  long size() {
    return size;
  }

  /**
   * Reads exactly {@code count} bytes.
   *
   * @throws UnusableMedia if the file ends before
   */
  ByteBuffer at(long position, int count) throws IOException, UnusableMedia {
    ByteBuffer bytes = ByteBuffer.allocate(count);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, position + bytes.position()) < 0) {
        throw UnusableMedia.cutOff();
      }
    }
    return bytes.flip();
  }

  /** The first bytes, fewer than {@code count} if the file is shorter. */
  byte[] head(int count) throws IOException, UnusableMedia {
    return at(0, (int) Math.min(count, size)).array();
  }

  /** Reads on from {@code position}. Closing it closes the file. */
  InputStream stream(long position) throws IOException {
    channel.position(position);
    return Channels.newInputStream(channel);
  }

  Sha256 sha256() throws IOException, UnusableMedia {
    MessageDigest digest = Sha256.digest();
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
    long position = 0;
    for (int read; (read = channel.read(chunk.clear(), position)) >= 0; position += read) {
      digest.update(chunk.flip());
    }
    if (position != size) {
      throw new UnusableMedia("changed while it was read; try again when nothing writes to it");
    }
    return Sha256.of(digest);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

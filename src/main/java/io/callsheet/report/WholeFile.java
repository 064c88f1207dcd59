package io.callsheet.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that appears whole, and on the disk, or not at all. */
public final class WholeFile implements Closeable {
  private final Path target;
  private final Path temporary;
  private final FileChannel channel;

  public WholeFile(Path target) throws IOException {
    Files.createDirectories(target.toAbsolutePath().getParent());
    this.target = target;
    this.temporary = target.resolveSibling("." + target.getFileName() + ".part");
    this.channel =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
  }

  public OutputStream stream() {
    return Channels.newOutputStream(channel);
  }

  public void finish() throws IOException {
    if (channel.isOpen()) {
      channel.force(true);
      channel.close();
    } else {
      // A writer over the stream has closed it: what it wrote is brought to the disk all the same.
      try (FileChannel again = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        again.force(true);
      }
    }
    Files.move(
        temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(temporary);
  }
}

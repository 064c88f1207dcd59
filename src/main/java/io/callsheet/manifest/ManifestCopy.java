package io.callsheet.manifest;

import io.callsheet.model.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/**
 * A manifest as a run keeps it: what the user does to the original afterwards changes nothing.
 *
 * @param file the copy
 * @param sha256 of its bytes
 * @param bytes their number
 */
public record ManifestCopy(Path file, Sha256 sha256, long bytes) {

  private static final int BUFFER = 1 << 17;

  /**
   * Copies and hashes a manifest in one pass. The copy appears whole, and on the disk, or not at
   * all; an older one is replaced.
   *
   * @throws ManifestUnreadable if there is no such file, or it may not be read
   * @throws IOException if reading or writing fails
   */
  public static ManifestCopy of(Path manifest, Path copy) throws ManifestUnreadable, IOException {
    Path unfinished = copy.resolveSibling(copy.getFileName() + ".part");
    try (FileChannel in = open(manifest)) {
      ManifestCopy written = write(in, unfinished, copy);
      Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE);
      return written;
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static FileChannel open(Path manifest) throws ManifestUnreadable, IOException {
    if (Files.isDirectory(manifest)) {
      throw new ManifestUnreadable(manifest, 0, "is a folder: name a CSV file");
    }
    try {
      return FileChannel.open(manifest, StandardOpenOption.READ);
    } catch (NoSuchFileException e) {
      throw new ManifestUnreadable(manifest, 0, "there is no such file");
    } catch (AccessDeniedException e) {
      throw new ManifestUnreadable(manifest, 0, "may not be read: check its permissions");
    }
  }

  private static ManifestCopy write(FileChannel in, Path unfinished, Path copy) throws IOException {
    MessageDigest digest = Sha256.digest();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    try (FileChannel out =
        FileChannel.open(
            unfinished,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      while (in.read(buffer.clear()) >= 0) {
        digest.update(buffer.flip().duplicate());
        while (buffer.hasRemaining()) {
          out.write(buffer);
        }
      }
      out.force(true);
      return new ManifestCopy(copy, Sha256.of(digest), out.position());
    }
  }
}

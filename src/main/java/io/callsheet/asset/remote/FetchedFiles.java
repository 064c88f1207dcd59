package io.callsheet.asset.remote;

import io.callsheet.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The folder in which fetched files stay, each under the digest of its content: what was probed is
 * what is uploaded, however the source changes meanwhile.
 */
public final class FetchedFiles {
  /**
   * Long enough for a redrive after a week-end; a file that is gone then is fetched by a new run.
   */
  private static final Duration KEPT = Duration.ofDays(7);

  private static final String PART = ".part";

  private final Path folder;
  private final InstantSource clock;

  /**
   * @param folder need not exist
   */
  public FetchedFiles(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** A name that nobody else writes to. */
  Path fresh() throws NoRoom {
    try {
      return Files.createDirectories(folder).resolve(UUID.randomUUID() + PART);
    } catch (IOException e) {
      throw new NoRoom(folder, e);
    }
  }

  /** Takes a complete file in, and gives it its lasting name. */
  Path keep(Path part) throws NoRoom {
    try {
      Path file = folder.resolve(digest(part).hex());
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return file.toRealPath();
    } catch (IOException e) {
      throw new NoRoom(folder, e);
    }
  }

  /**
   * Removes what is a week old and not needed.
   *
   * @param needed by runs that are not at their end
   */
  public void sweep(Set<Path> needed) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    FileTime oldest = FileTime.from(clock.instant().minus(KEPT));
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      for (Path file : all) {
        boolean old = Files.getLastModifiedTime(file).compareTo(oldest) < 0;
        if (old && !needed.contains(file.toRealPath())) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static Sha256 digest(Path file) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return Sha256.of(digest);
  }
}

package io.callsheet.manifest;

import io.callsheet.job.ManifestSource;
import io.callsheet.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A manifest as a run keeps it: what the user does to the original afterwards changes nothing.
 *
 * @param file the copy; of a matrix a folder with both files
 * @param sha256 of its bytes
 * @param bytes their number
 */
public record ManifestCopy(Path file, Sha256 sha256, long bytes) {

  /**
   * Copies and hashes a manifest in one pass. The copy appears whole, and on the disk, or not at
   * all; an older one is replaced.
   *
   * @param objects asked for a manifest that is in a bucket
   * @throws ManifestUnreadable if there is no such file, or it may not be read
   * @throws IOException if reading or writing fails
   */
  public static ManifestCopy of(ManifestSource source, Path copy, Objects objects)
      throws ManifestUnreadable, IOException {
    Path unfinished = copy.resolveSibling(copy.getFileName() + ".part");
    delete(unfinished);
    try {
      CopyWriter writer = new CopyWriter();
      if (source.matrix()) {
        Files.createDirectory(unfinished);
        for (ManifestSource.Place half : places(source)) {
          try (InputStream in = open(half, objects)) {
            writer.write(in, unfinished.resolve(PairFiles.fileName(half)));
          }
        }
      } else {
        try (InputStream in = open(source.place(), objects)) {
          writer.write(in, unfinished);
        }
      }
      if (source.matrix()) {
        delete(copy);
      }
      Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE);
      return new ManifestCopy(copy, writer.sha256(), writer.bytes());
    } finally {
      delete(unfinished);
    }
  }

  /**
   * What the copy's digest would be now.
   *
   * @return empty if the manifest is in a bucket, or gone
   */
  public static Optional<Sha256> digestOnDisk(ManifestSource source) throws IOException {
    CopyWriter writer = new CopyWriter();
    try {
      for (ManifestSource.Place place : places(source)) {
        if (!(place instanceof ManifestSource.OnDisk file)) {
          return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file.path())) {
          writer.hash(in);
        }
      }
      return Optional.of(writer.sha256());
    } catch (NoSuchFileException | ManifestUnreadable e) {
      return Optional.empty();
    }
  }

  private static List<ManifestSource.Place> places(ManifestSource source)
      throws ManifestUnreadable {
    return source.matrix()
        ? List.of(
            PairFiles.half(source.place(), PairFiles.CHARACTERS),
            PairFiles.half(source.place(), PairFiles.PERFORMANCES))
        : List.of(source.place());
  }

  /** Removes a copy, if it is there. */
  public static void delete(Path copy) throws IOException {
    if (Files.isDirectory(copy)) {
      try (Stream<Path> files = Files.list(copy)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    }
    Files.deleteIfExists(copy);
  }

  private static InputStream open(ManifestSource.Place place, Objects objects)
      throws ManifestUnreadable, IOException {
    if (place instanceof ManifestSource.InBucket object) {
      return objects.open(object);
    }
    Path file = ((ManifestSource.OnDisk) place).path();
    if (Files.isDirectory(file)) {
      throw new ManifestUnreadable(file.toString(), 0, "is a folder", "name a CSV or XLSX file");
    }
    try {
      return Files.newInputStream(file);
    } catch (NoSuchFileException e) {
      throw new ManifestUnreadable(file.toString(), 0, "there is no such file", "");
    } catch (AccessDeniedException e) {
      throw new ManifestUnreadable(file.toString(), 0, "may not be read", "check its permissions");
    }
  }

  /** Where manifests in buckets are read from. */
  @FunctionalInterface
  public interface Objects {
    InputStream open(ManifestSource.InBucket object) throws IOException;
  }
}

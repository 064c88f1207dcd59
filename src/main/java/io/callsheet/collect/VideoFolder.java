package io.callsheet.collect;

import io.callsheet.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Optional;

/** The folder {@code videos} of an output. Content that is there is never overwritten by other. */
public final class VideoFolder {
  private final Path videos;
  private final Path partial;
  private final Path earlier;

  public VideoFolder(Path output) {
    this.videos = output.resolve("videos");
    this.partial = videos.resolve(".partial");
    this.earlier = videos.resolve(".earlier");
  }

  /** Removes what a killed process left half fetched, and makes the folders. */
  public void prepare() throws IOException {
    Files.createDirectories(partial);
    try (var leftovers = Files.newDirectoryStream(partial)) {
      for (Path leftover : leftovers) {
        Files.delete(leftover);
      }
    }
  }

  /** Where a row's video is written while it arrives; nothing is there yet. */
  Path temporary(long rowNo) throws IOException {
    Path file = partial.resolve(rowNo + ".mp4");
    Files.deleteIfExists(file);
    return file;
  }

  Path path(String video) {
    return videos.resolve(video);
  }

  /** Whether exactly these bytes are in place already. */
  boolean holds(String video, Sha256 sha256) throws IOException {
    Path file = videos.resolve(video);
    return Files.isRegularFile(file) && digest(file).equals(sha256);
  }

  /** Whether a file that could be this content is there, by its place alone. */
  public boolean mayHold(String video, Sha256 sha256) {
    return Files.isRegularFile(path(video)) || Files.isRegularFile(aside(sha256));
  }

  /** Where exactly these bytes are, in place or set aside. */
  public Optional<Path> find(String video, Sha256 sha256) throws IOException {
    if (holds(video, sha256)) {
      return Optional.of(path(video));
    }
    Path aside = aside(sha256);
    return Files.isRegularFile(aside) && digest(aside).equals(sha256)
        ? Optional.of(aside)
        : Optional.empty();
  }

  private Path aside(Sha256 sha256) {
    return earlier.resolve(sha256.hex() + ".mp4");
  }

  /** Keeps what the service delivered and nobody can play, for whoever asks it for the money. */
  Path keepBroken(Path temporary, String video) throws IOException {
    Path kept = videos.resolve(video + ".broken");
    Files.createDirectories(kept.getParent());
    return Files.move(temporary, kept, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Moves a verified file into place; an older file of other content is kept under its digest. */
  void place(Path temporary, String video) throws IOException {
    Path target = videos.resolve(video);
    Files.createDirectories(target.getParent());
    setAside(target, temporary);
    Files.move(
        temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private void setAside(Path target, Path replacement) throws IOException {
    try {
      Sha256 old = digest(target);
      if (!old.equals(digest(replacement))) {
        Files.createDirectories(earlier);
        Files.move(target, aside(old), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (NoSuchFileException e) {
      // Nothing was there: the ordinary case.
      return;
    }
  }

  static Sha256 digest(Path file) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return Sha256.of(digest);
  }
}

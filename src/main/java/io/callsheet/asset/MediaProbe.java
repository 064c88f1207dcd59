package io.callsheet.asset;

import io.callsheet.model.AssetFacts;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads what a file is from its content, never from its name: type, pixels, length, SHA-256. The
 * work is bounded by the size of the file, the memory by a few megabytes, whatever the file claims.
 * May be used from many threads.
 */
public final class MediaProbe {
  private static final int HEAD = 512;

  /**
   * Reads the whole file, once for its headers and once for its digest.
   *
   * @throws UnusableMedia if this is not a whole JPEG, PNG, MP4 or MOV
   * @throws IOException if the file cannot be read
   */
  public AssetFacts probe(Path file) throws UnusableMedia, IOException {
    return look(file).facts();
  }

  /** As {@link #probe}, with what need not be known of a file to use it. */
  Probed look(Path file) throws UnusableMedia, IOException {
    try (FileBytes bytes = FileBytes.open(file)) {
      if (bytes.size() == 0) {
        throw new UnusableMedia("is empty; copy or export it again");
      }
      Shape shape = shape(bytes);
      AssetFacts facts =
          new AssetFacts(
              bytes.sha256(),
              shape.type(),
              bytes.size(),
              shape.width(),
              shape.height(),
              shape.length());
      return new Probed(facts, shape.codec());
    }
  }

  private static Shape shape(FileBytes bytes) throws UnusableMedia, IOException {
    FileKind kind = FileKind.of(bytes.head(HEAD));
    return switch (kind) {
      case PNG -> PngHeader.read(bytes);
      case JPEG -> JpegHeader.read(bytes);
      case MOVIE -> MovieHeader.read(bytes);
      default -> throw kind.refusal();
    };
  }

  /**
   * @param codec four characters; empty for an image, or if the file does not say
   */
  record Probed(AssetFacts facts, String codec) {}
}

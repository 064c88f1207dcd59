package io.callsheet.sandbox;

import io.callsheet.model.Resolution;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;

/**
 * Makes stand-in renders: as long as the task says, in the shape of the character, small and with
 * few frames, since they are there to be told apart and not to be admired.
 */
final class Renderer {
  private static final Duration FRAME = Duration.ofMillis(500);
  private static final int MACROBLOCK = 16;

  /**
   * @param character the image file
   */
  void render(Task task, Path character, Path target) throws IOException {
    int longSide = task.resolution() == Resolution.P1080 ? 480 : 320;
    BufferedImage image = read(character, 2 * longSide);
    double shrink = (double) longSide / Math.max(image.getWidth(), image.getHeight());
    int width = blocks(image.getWidth() * shrink);
    int height = blocks(image.getHeight() * shrink);
    Poster poster = new Poster(image, task, width, height);
    try (Mp4Movie movie = new Mp4Movie(target, width, height)) {
      Duration at = Duration.ZERO;
      while (at.compareTo(task.rendered()) < 0) {
        Duration left = task.rendered().minus(at);
        Duration shown = left.compareTo(FRAME) < 0 ? left : FRAME;
        movie.add(poster.frame(at), shown);
        at = at.plus(shown);
      }
      movie.finish();
    }
  }

  private static int blocks(double pixels) {
    return MACROBLOCK * (int) Math.max(1, Math.round(pixels / MACROBLOCK));
  }

  /** Reads no more pixels than needed, so that a large image takes no large memory. */
  private static BufferedImage read(Path file, int side) throws IOException {
    try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException("the character " + file + " is no image that Java can draw");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / side);
        ImageReadParam every = reader.getDefaultReadParam();
        every.setSourceSubsampling(step, step, 0, 0);
        return draw(reader, every, step);
      } finally {
        reader.dispose();
      }
    }
  }

  /** Java draws no JPEG in the colours of print; the service does, so a blank sheet stands in. */
  private static BufferedImage draw(ImageReader reader, ImageReadParam every, int step)
      throws IOException {
    try {
      return reader.read(0, every);
    } catch (IIOException e) {
      int width = Math.max(1, reader.getWidth(0) / step);
      int height = Math.max(1, reader.getHeight(0) / step);
      return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }
  }
}

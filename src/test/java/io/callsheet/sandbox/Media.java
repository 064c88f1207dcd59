package io.callsheet.sandbox;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.ImageIO;

/** Reference files for the tests. */
final class Media {
  private Media() {}

  static byte[] png(int width, int height) {
    return image(width, height, "png");
  }

  static byte[] jpeg(int width, int height) {
    return image(width, height, "jpg");
  }

  private static byte[] image(int width, int height, String format) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(new Color(0x3B7A57));
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(Color.ORANGE);
    graphics.fillOval(width / 4, height / 4, width / 2, height / 2);
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** 352 by 352 pixels, two frames. */
  static byte[] mp4(Duration length) {
    try {
      Path file = Files.createTempFile("performance", ".mp4");
      try (Mp4Movie movie = new Mp4Movie(file, 352, 352)) {
        BufferedImage frame = new BufferedImage(352, 352, BufferedImage.TYPE_INT_RGB);
        movie.add(frame, length.minusMillis(40));
        movie.add(frame, Duration.ofMillis(40));
        movie.finish();
      }
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

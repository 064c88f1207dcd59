package io.callsheet.bench;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Small reference files, each different: the link's speed is not what is measured. */
final class Media {
  private static final int SIDE = 400;
  private static final int HEAD = 8;

  private Media() {}

  static byte[] image(int n) throws IOException {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(new Color(n * 7919 & 0xffffff));
    graphics.fillRect(0, 0, SIDE, SIDE);
    graphics.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }

  /** The sample's headers, hardly any content, and a box that makes the file one of a kind. */
  static byte[] movie(Path samples, int n) throws IOException {
    Path sample = samples.resolve("summer-launch/performances/wave-hello.mp4");
    ByteBuffer boxes = ByteBuffer.wrap(Files.readAllBytes(sample));
    ByteArrayOutputStream movie = new ByteArrayOutputStream();
    while (boxes.hasRemaining()) {
      int start = boxes.position();
      int size = boxes.getInt(start);
      // A box with a length of 64 bits says 1 here.
      size = size == 1 ? (int) boxes.getLong(start + HEAD) : size;
      byte[] box = new byte[size];
      boxes.get(box);
      String type = new String(box, 4, 4, StandardCharsets.US_ASCII);
      movie.writeBytes(type.equals("mdat") ? box("mdat", new byte[64]) : box);
    }
    movie.writeBytes(box("free", Integer.toString(n).getBytes(StandardCharsets.US_ASCII)));
    return movie.toByteArray();
  }

  private static byte[] box(String type, byte[] content) {
    return ByteBuffer.allocate(HEAD + content.length)
        .putInt(HEAD + content.length)
        .put(type.getBytes(StandardCharsets.US_ASCII))
        .put(content)
        .array();
  }
}

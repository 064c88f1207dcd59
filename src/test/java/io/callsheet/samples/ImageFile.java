package io.callsheet.samples;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;

/** Writes a picture as PNG or JPEG, by the ending of the name. */
final class ImageFile {
  private ImageFile() {}

  static void write(BufferedImage image, Path file) throws IOException {
    if (file.toString().endsWith(".png")) {
      ImageIO.write(image, "png", file.toFile());
      return;
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    // The stream below writes over an older file without cutting off what is longer.
    Files.deleteIfExists(file);
    try (FileImageOutputStream output = new FileImageOutputStream(file.toFile())) {
      ImageWriteParam quality = writer.getDefaultWriteParam();
      quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      quality.setCompressionQuality(0.85f);
      writer.setOutput(output);
      writer.write(null, new IIOImage(image, null, null), quality);
    } finally {
      writer.dispose();
    }
  }
}

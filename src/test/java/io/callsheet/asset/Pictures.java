package io.callsheet.asset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Makes small images, well-formed and not. */
final class Pictures {
  private Pictures() {}

  static byte[] png(int width, int height) {
    return encoded(width, height, "png");
  }

  static byte[] jpeg(int width, int height) {
    return encoded(width, height, "jpg");
  }

  /** A JPEG whose EXIF block says how the camera was held (1 to 8). */
  static byte[] jpegHeld(int width, int height, int orientation) {
    ByteBuffer exif = ByteBuffer.allocate(36);
    exif.putShort((short) 0xffe1).putShort((short) 34).put("Exif\0\0".getBytes(ISO_8859_1));
    exif.put("MM\0*".getBytes(ISO_8859_1)).putInt(8).putShort((short) 1);
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    exif.putShort((short) orientation).putShort((short) 0).putInt(0);
    return insert(jpeg(width, height), 2, exif.array());
  }

  /** A JPEG with a whole little JPEG as the preview in its header. */
  static byte[] jpegWithPreview(int width, int height) {
    byte[] preview = jpeg(8, 8);
    ByteBuffer segment = ByteBuffer.allocate(preview.length + 4);
    segment.putShort((short) 0xffe2).putShort((short) (preview.length + 2)).put(preview);
    return insert(jpeg(width, height), 2, segment.array());
  }

  /** A PNG with one more chunk after its header, which claims a length of its own. */
  static byte[] pngWithChunk(int width, int height, String type, int claimed, byte[] data) {
    ByteBuffer chunk = ByteBuffer.allocate(data.length + 12);
    chunk.putInt(claimed).put(type.getBytes(ISO_8859_1)).put(data);
    return insert(png(width, height), 33, chunk.array());
  }

  static byte[] half(byte[] whole) {
    return Arrays.copyOf(whole, whole.length / 2);
  }

  private static byte[] insert(byte[] whole, int at, byte[] more) {
    ByteBuffer result = ByteBuffer.allocate(whole.length + more.length);
    result.put(whole, 0, at).put(more).put(whole, at, whole.length - at);
    return result.array();
  }

  private static byte[] encoded(int width, int height, String format) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < Math.min(width, height); i++) {
      image.setRGB(i, i, i * 7919);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}

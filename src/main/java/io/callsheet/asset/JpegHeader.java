package io.callsheet.asset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.callsheet.model.MediaType;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Size, turn and completeness of a JPEG, segment by segment. None is held in memory but the one in
 * which a camera says how it was held.
 */
final class JpegHeader {
  private static final int START = 0xd8;
  private static final int END = 0xd9;
  private static final int SCAN = 0xda;
  private static final int NOTES = 0xe1;
  private static final String EXIF = "Exif\0\0";

  private final InputStream jpeg;
  private int width;
  private int height;
  private boolean hasNotes;
  private boolean turned;

  private JpegHeader(InputStream jpeg) {
    this.jpeg = jpeg;
  }

  static Shape read(FileBytes file) throws IOException, UnusableMedia {
    try {
      return new JpegHeader(new BufferedInputStream(file.stream(0), 1 << 16)).shape();
    } catch (EOFException e) {
      throw UnusableMedia.cutOff();
    }
  }

  private Shape shape() throws IOException, UnusableMedia {
    int marker = nextMarker();
    while (marker != SCAN && marker != END) {
      if (marker != START && !isAlone(marker)) {
        readSegment(marker);
      }
      marker = nextMarker();
    }
    if (width == 0 || height == 0) {
      throw UnusableMedia.damaged("it gives no size");
    }
    if (marker == END) {
      throw UnusableMedia.cutOff();
    }
    skipScans();
    return turned
        ? Shape.image(MediaType.JPEG, height, width)
        : Shape.image(MediaType.JPEG, width, height);
  }

  private void readSegment(int marker) throws IOException, UnusableMedia {
    int length = number() - 2;
    if (length < 0) {
      throw UnusableMedia.damaged("its JPEG header cannot be read");
    }
    if (isFrame(marker) && width == 0 && length >= 5) {
      jpeg.skipNBytes(1);
      height = number();
      width = number();
      jpeg.skipNBytes(length - 5L);
    } else if (marker == NOTES && !hasNotes) {
      readNotes(exactly(length));
    } else {
      jpeg.skipNBytes(length);
    }
  }

  private void readNotes(byte[] segment) {
    if (new String(segment, ISO_8859_1).startsWith(EXIF)) {
      hasNotes = true;
      turned = ExifOrientation.isTurned(segment, EXIF.length());
    }
  }

  /**
   * The end marker must come after the start of a scan: the preview in a photograph's header has an
   * end marker of its own. Within a scan 0xff is always followed by a zero or a marker, so the pair
   * cannot be data.
   */
  private void skipScans() throws IOException {
    while (nextMarker() != END) {}
  }

  private int nextMarker() throws IOException {
    int read = next();
    while (read != 0xff) {
      read = next();
    }
    while (read == 0xff) {
      read = next();
    }
    return read;
  }

  private int number() throws IOException {
    int high = next();
    return high << 8 | next();
  }

  private int next() throws IOException {
    int read = jpeg.read();
    if (read < 0) {
      throw new EOFException();
    }
    return read;
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = jpeg.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }

  /** Those that give a size: all of their row but tables of codes, and a place kept free. */
  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  /** Without a length behind it. */
  private static boolean isAlone(int marker) {
    return marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd7);
  }
}

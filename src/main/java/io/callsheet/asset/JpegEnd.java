package io.callsheet.asset;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Looks for the end marker of a JPEG. It must come after the start of a scan: the preview picture
 * inside a photograph's header has an end marker of its own.
 */
final class JpegEnd {
  private static final int START = 0xd8;
  private static final int END = 0xd9;
  private static final int SCAN = 0xda;

  private JpegEnd() {}

  static boolean isReached(InputStream jpeg) throws IOException {
    try {
      return skipToScan(jpeg) && scanEnds(jpeg);
    } catch (EOFException e) {
      return false;
    }
  }

  private static boolean skipToScan(InputStream jpeg) throws IOException {
    while (true) {
      int marker = nextMarker(jpeg);
      if (marker < 0 || marker == END) {
        return false;
      }
      if (marker != START) {
        int length = (jpeg.read() << 8) | jpeg.read();
        if (length < 2) {
          return false;
        }
        jpeg.skipNBytes(length - 2L);
      }
      if (marker == SCAN) {
        return true;
      }
    }
  }

  /** Within a scan 0xff is always followed by a zero or a marker, so the pair cannot be data. */
  private static boolean scanEnds(InputStream jpeg) throws IOException {
    for (int marker; (marker = nextMarker(jpeg)) >= 0; ) {
      if (marker == END) {
        return true;
      }
    }
    return false;
  }

  private static int nextMarker(InputStream jpeg) throws IOException {
    int read = jpeg.read();
    while (read >= 0 && read != 0xff) {
      read = jpeg.read();
    }
    while (read == 0xff) {
      read = jpeg.read();
    }
    return read;
  }
}

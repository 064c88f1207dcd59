package io.callsheet.asset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.callsheet.model.MediaType;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Size and completeness of a PNG. Only the heads of its chunks are read, so that no chunk costs
 * memory, whatever it claims to hold.
 */
final class PngHeader {
  private static final int SIGNATURE = 8;
  private static final int IHDR = 0x49484452;
  private static final int IEND = 0x49454e44;
  private static final int MAX_CHUNKS = 100_000;

  private PngHeader() {}

  static Shape read(FileBytes file) throws IOException, UnusableMedia {
    ByteBuffer header = file.at(SIGNATURE, 16);
    if (header.getInt() != 13 || header.getInt() != IHDR) {
      throw UnusableMedia.damaged("its PNG header is missing");
    }
    int width = header.getInt();
    int height = header.getInt();
    if (width <= 0 || height <= 0) {
      throw UnusableMedia.damaged("its PNG header gives no size");
    }
    checkEnd(file);
    return Shape.image(MediaType.PNG, width, height);
  }

  private static void checkEnd(FileBytes file) throws IOException, UnusableMedia {
    long position = SIGNATURE;
    for (int chunks = 0; chunks < MAX_CHUNKS; chunks++) {
      ByteBuffer chunk = file.at(position, 8);
      long next = position + 12 + Integer.toUnsignedLong(chunk.getInt());
      if (next > file.size()) {
        throw UnusableMedia.cutOff();
      }
      int type = chunk.getInt();
      if (type == IEND) {
        return;
      }
      if (!isChunkType(type)) {
        throw UnusableMedia.damaged("its PNG chunks do not follow each other");
      }
      position = next;
    }
    throw UnusableMedia.damaged("it has more than " + MAX_CHUNKS + " PNG chunks");
  }

  private static boolean isChunkType(int type) {
    byte[] letters = ByteBuffer.allocate(4).putInt(type).array();
    return new String(letters, ISO_8859_1)
        .chars()
        .allMatch(c -> (c | 0x20) >= 'a' && (c | 0x20) <= 'z');
  }
}

package io.callsheet.asset;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held, in the first directory of its notes; the rest of them is not looked at.
 */
final class ExifOrientation {
  private static final int ORIENTATION = 0x0112;
  private static final int ENTRY = 12;
  private static final int SHORT = 3;
  private static final int LONG = 4;

  private ExifOrientation() {}

  /**
   * Orientations 5 to 8 lay the picture on its side. Notes that cannot be read turn nothing.
   *
   * @param start where the notes begin, with the order of their bytes
   */
  static boolean isTurned(byte[] bytes, int start) {
    ByteBuffer notes = ByteBuffer.wrap(bytes, start, bytes.length - start).slice();
    try {
      notes.order(notes.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      int directory = notes.getInt(4);
      int entries = Short.toUnsignedInt(notes.getShort(directory));
      for (int i = 0; i < entries; i++) {
        int entry = directory + 2 + i * ENTRY;
        if (Short.toUnsignedInt(notes.getShort(entry)) == ORIENTATION) {
          int type = notes.getShort(entry + 2);
          int value =
              type == SHORT
                  ? notes.getShort(entry + 8)
                  : type == LONG ? notes.getInt(entry + 8) : 0;
          return value >= 5 && value <= 8;
        }
      }
      return false;
    } catch (IndexOutOfBoundsException e) {
      return false;
    }
  }
}

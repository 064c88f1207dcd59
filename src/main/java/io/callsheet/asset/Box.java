package io.callsheet.asset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * One box (QuickTime says atom) of an MP4 or MOV file.
 *
 * @param type four characters
 * @param body where its content begins in the file
 * @param length of its content, in bytes; as claimed, so it may run past the end of the file
 */
record Box(FileBytes file, String type, long body, long length) {
  private static final long MOST_READ = 1 << 20;
  private static final int HEAD = 8;

  /**
   * Reads the head of a box.
   *
   * @param end where the enclosing box, or the file, ends
   */
  static Box at(FileBytes file, long position, long end) throws IOException, UnusableMedia {
    ByteBuffer head = file.at(position, HEAD);
    long length = Integer.toUnsignedLong(head.getInt());
    String type = text(head);
    long body = position + HEAD;
    if (length == 1) {
      length = file.at(body, 8).getLong();
      body += 8;
    } else if (length == 0) {
      length = end - position;
    }
    if (length < body - position) {
      throw UnusableMedia.damaged("its box '" + type + "' is shorter than its own head");
    }
    return new Box(file, type, body, length - (body - position));
  }

  /** Where the next box begins; {@link Long#MAX_VALUE} if that cannot be counted. */
  long end() {
    return length > Long.MAX_VALUE - body ? Long.MAX_VALUE : body + length;
  }

  /** The whole content, of a box that can only be small. */
  ByteBuffer content() throws IOException, UnusableMedia {
    if (length > MOST_READ) {
      throw UnusableMedia.damaged("its box '" + type + "' is implausibly large");
    }
    return file.at(body, (int) length);
  }

  /** The first bytes of the content. */
  ByteBuffer start(int count) throws IOException, UnusableMedia {
    return file.at(body, (int) Math.min(count, length));
  }

  /** Reads four characters; one that could not be printed in a message becomes a question mark. */
  static String text(ByteBuffer from) {
    byte[] characters = new byte[4];
    from.get(characters);
    return new String(characters, ISO_8859_1).replaceAll("[^ -~]", "?");
  }
}

package io.callsheet.asset;

import java.nio.ByteBuffer;

/** Reads the fields of a box that begins with a version and flags. */
final class Fields {
  private final ByteBuffer bytes;
  private final int version;
  private final int flags;

  Fields(ByteBuffer bytes) {
    this.bytes = bytes;
    int word = bytes.getInt();
    this.version = word >>> 24;
    this.flags = word & 0xffffff;
  }

  boolean has(int flag) {
    return (flags & flag) != 0;
  }

  /** How many of these flags are set. */
  int count(int mask) {
    return Integer.bitCount(flags & mask);
  }

  Fields skip(int count) {
    bytes.position(bytes.position() + count);
    return this;
  }

  /** Skips the times at which something was created and modified. */
  Fields skipDates() {
    return skip(version == 1 ? 16 : 8);
  }

  int signed() {
    return bytes.getInt();
  }

  long unsigned() {
    return Integer.toUnsignedLong(bytes.getInt());
  }

  /** A time, which later versions of a box write with 64 bits; negative: not known. */
  long time() {
    if (version == 1) {
      return bytes.getLong();
    }
    long time = unsigned();
    return time == 0xffffffffL ? -1 : time;
  }

  int remaining() {
    return bytes.remaining();
  }
}

package io.callsheet.manifest;

import io.callsheet.model.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A number for each key, in a tenth of the memory of a map: instead of the key 128 bits of its
 * SHA-256 are kept, and no two keys of a manifest will ever share those.
 */
final class SeenKeys {

  private static final int STRIDE = 3;
  private static final int FIRST_SLOTS = 1 << 10;

  private final MessageDigest digest = Sha256.digest();

  /** High half, low half and number of one key after the other; a number of 0 is a free slot. */
  private long[] slots = new long[FIRST_SLOTS * STRIDE];

  private int used;

  /** The key's number; 0 when it has none. */
  long get(String key) {
    ByteBuffer hash = hash(key);
    return slots[find(slots, hash.getLong(0), hash.getLong(8)) + 2];
  }

  /** Gives the key a number, not 0, instead of any that it had. */
  void put(String key, long number) {
    if ((used + 1) * 3L > slots.length / STRIDE * 2L) {
      grow();
    }
    ByteBuffer hash = hash(key);
    int at = find(slots, hash.getLong(0), hash.getLong(8));
    if (slots[at + 2] == 0) {
      used++;
    }
    set(slots, at, hash.getLong(0), hash.getLong(8), number);
  }

  private void grow() {
    long[] larger = new long[Math.multiplyExact(slots.length, 2)];
    for (int at = 0; at < slots.length; at += STRIDE) {
      if (slots[at + 2] != 0) {
        int to = find(larger, slots[at], slots[at + 1]);
        set(larger, to, slots[at], slots[at + 1], slots[at + 2]);
      }
    }
    slots = larger;
  }

  private static void set(long[] slots, int at, long high, long low, long number) {
    slots[at] = high;
    slots[at + 1] = low;
    slots[at + 2] = number;
  }

  /** Where the hash is, or else the free slot for it. */
  private static int find(long[] slots, long high, long low) {
    int count = slots.length / STRIDE;
    int slot = (int) (high & (count - 1));
    while (slots[slot * STRIDE + 2] != 0
        && (slots[slot * STRIDE] != high || slots[slot * STRIDE + 1] != low)) {
      slot = (slot + 1) & (count - 1);
    }
    return slot * STRIDE;
  }

  private ByteBuffer hash(String key) {
    return ByteBuffer.wrap(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
  }
}

package io.callsheet.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages samples the way accidents and enemies do; the same seed, the same damage. */
public final class Mutations {
  private static final int[] NUMBERS = {
    0, 1, -1, 2, 7, 8, 255, 0x7fff, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xffffff00
  };
  private static final int LARGEST = 1 << 20;

  private final Random random;
  private final List<byte[]> samples;
  private final List<byte[]> words;

  /**
   * @param samples what is damaged
   * @param words what is strewn in
   */
  public Mutations(long seed, List<byte[]> samples, List<String> words) {
    this.random = new Random(seed);
    this.samples = List.copyOf(samples);
    this.words = words.stream().map(word -> word.getBytes(StandardCharsets.UTF_8)).toList();
  }

  /** A sample with one to eight kinds of damage. */
  public byte[] next() {
    byte[] bytes = sample();
    for (int n = random.nextInt(8); n >= 0; n--) {
      bytes = damaged(bytes);
    }
    return bytes;
  }

  private byte[] damaged(byte[] bytes) {
    int at = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, at + random.nextInt(1 << random.nextInt(12)));
    return switch (random.nextInt(8)) {
      case 0 -> overwritten(bytes, at, new byte[] {(byte) random.nextInt(256)});
      case 1 -> overwritten(bytes, at, ByteBuffer.allocate(4).putInt(number(bytes)).array());
      case 2 -> Arrays.copyOf(bytes, at);
      case 3 -> joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, to, bytes.length));
      case 4 -> inserted(bytes, at, Arrays.copyOfRange(bytes, at, to));
      case 5 -> {
        byte[] other = sample();
        int from = random.nextInt(other.length + 1);
        yield joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(other, from, other.length));
      }
      case 6 -> overwritten(bytes, at, word());
      default -> inserted(bytes, at, word());
    };
  }

  private byte[] sample() {
    return samples.get(random.nextInt(samples.size()));
  }

  private byte[] word() {
    return words.isEmpty() ? new byte[1] : words.get(random.nextInt(words.size()));
  }

  private int number(byte[] bytes) {
    return random.nextBoolean()
        ? NUMBERS[random.nextInt(NUMBERS.length)]
        : random.nextInt(bytes.length + 2);
  }

  private static byte[] overwritten(byte[] bytes, int at, byte[] with) {
    byte[] result = Arrays.copyOf(bytes, Math.max(bytes.length, at + with.length));
    System.arraycopy(with, 0, result, at, with.length);
    return result;
  }

  private static byte[] inserted(byte[] bytes, int at, byte[] more) {
    return joined(Arrays.copyOf(bytes, at), more, Arrays.copyOfRange(bytes, at, bytes.length));
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return Arrays.copyOf(joined.toByteArray(), Math.min(LARGEST, joined.size()));
  }
}

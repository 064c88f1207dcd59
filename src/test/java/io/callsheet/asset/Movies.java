package io.callsheet.asset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Builds MP4 and MOV files box by box: headers only, the pictures are zeros. */
final class Movies {
  static final int UPRIGHT = 0;

  private Movies() {}

  static byte[] mp4(int width, int height, int millis) {
    return file("isom", moov(mvhd(millis), video(width, height, UPRIGHT, millis)), mdat(1000));
  }

  static byte[] mov(int width, int height, int millis) {
    return file("qt  ", moov(mvhd(millis), video(width, height, UPRIGHT, millis)), mdat(1000));
  }

  static byte[] turned(int width, int height, int degrees) {
    return file("isom", moov(mvhd(4000), video(width, height, degrees, 4000)), mdat(1000));
  }

  static byte[] soundOnly(int millis) {
    return file("isom", moov(mvhd(millis), track(tkhd(2, 0, 0, UPRIGHT), millis, "soun")), mdat(9));
  }

  /** As recorders write it: no length in the header, {@code fragments} of 25 samples of 40 ms. */
  static byte[] fragmented(int width, int height, int fragments) {
    byte[] trex = box("trex", ints(0, 1, 1, 40, 0, 0));
    byte[] header = moov(mvhd(0), video(width, height, UPRIGHT, 0), box("mvex", trex));
    byte[] fragment = box("moof", box("traf", box("tfhd", ints(0, 1)), box("trun", ints(0, 25))));
    byte[] all = file("iso5", header);
    for (int i = 0; i < fragments; i++) {
      all = join(all, fragment, mdat(50));
    }
    return all;
  }

  /** The same, each sample with a length of its own: 20 ms and 60 ms in turn. */
  static byte[] fragmentedUneven(int width, int height) {
    byte[] header = moov(mvhd(0), video(width, height, UPRIGHT, 0));
    byte[] start = box("tfdt", ints(0, 3000));
    byte[] run = box("trun", ints(0x100, 4, 20, 60, 20, 60));
    byte[] fragment = box("moof", box("traf", box("tfhd", ints(0, 1)), start, run));
    return join(file("iso5", header), fragment, mdat(50));
  }

  static byte[] file(String brand, byte[]... boxes) {
    byte[] type = join(brand.getBytes(ISO_8859_1), ints(0));
    return join(box("ftyp", type), join(boxes));
  }

  static byte[] moov(byte[]... boxes) {
    return box("moov", boxes);
  }

  static byte[] mdat(int length) {
    return box("mdat", new byte[length]);
  }

  static byte[] mvhd(int millis) {
    return box("mvhd", ints(0, 0, 0, 1000, millis), new byte[80]);
  }

  static byte[] video(int width, int height, int degrees, int millis) {
    return track(tkhd(1, width, height, degrees), millis, "vide");
  }

  static byte[] track(byte[] tkhd, int millis, String handler) {
    byte[] mdhd = box("mdhd", ints(0, 0, 0, 1000, millis, 0));
    byte[] hdlr = box("hdlr", ints(0, 0), handler.getBytes(ISO_8859_1), new byte[13]);
    return box("trak", tkhd, box("mdia", mdhd, hdlr));
  }

  static byte[] tkhd(int id, int width, int height, int degrees) {
    int one = 0x10000;
    int[] matrix =
        switch (degrees) {
          case 90 -> new int[] {0, one, 0, -one, 0};
          case 180 -> new int[] {-one, 0, 0, 0, -one};
          case 270 -> new int[] {0, -one, 0, one, 0};
          default -> new int[] {one, 0, 0, 0, one};
        };
    byte[] head = ints(0x7, 0, 0, id, 0, 0, 0, 0, 0, 0);
    return box("tkhd", head, ints(matrix), ints(0, 0, 0, 0x40000000, width << 16, height << 16));
  }

  static byte[] box(String type, byte[]... parts) {
    byte[] body = join(parts);
    return join(boxHead(body.length + 8, type), body);
  }

  /** The head of a box that claims a length. */
  static byte[] boxHead(int claimed, String type) {
    return join(ints(claimed), type.getBytes(ISO_8859_1));
  }

  static byte[] ints(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 4);
    for (int value : values) {
      bytes.putInt(value);
    }
    return bytes.array();
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }
}

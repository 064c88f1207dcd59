package io.callsheet.asset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.callsheet.testing.HostileFile;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** Images and videos that a probe must answer soon, and in little memory. */
public final class HostileMedia {
  private static final int SEGMENT = 65_000;

  private HostileMedia() {}

  public static List<HostileFile> files() {
    byte[] jpeg = Pictures.jpeg(640, 640);
    byte[] png = Pictures.png(640, 640);
    byte[] mp4 = Movies.mp4(640, 480, 5000);
    return List.of(
        file("empty.jpg", new byte[0], "is empty"),
        file("one-byte.mp4", new byte[1], "neither an image nor a video"),
        file("cut.jpg", Pictures.half(jpeg), "is incomplete"),
        file("cut.png", Pictures.half(png), "is incomplete"),
        file("cut.mp4", Pictures.half(mp4), "is incomplete"),
        file("page.jpg", text("\n <!DOCTYPE html><html><body>404</body></html>"), "a web page"),
        file("drawing.png", text("<svg xmlns='x'><script>alert(1)</script></svg>"), "an SVG"),
        file("polyglot-pdf.png", Movies.join(text("%PDF-1.4\n"), png), "a PDF document"),
        file("polyglot-zip.mp4", Movies.join(text("PK\3\4"), mp4), "a ZIP archive"),
        file("polyglot-heic.mp4", Movies.join(Movies.file("heic"), mp4), "a HEIC image"),
        file("picture-and-archive.jpg", Movies.join(jpeg, text("PK\3\4")), ""),
        file(
            "text-bomb.png",
            Pictures.pngWithChunk(640, 640, "zTXt", -1, new byte[9]),
            "incomplete"),
        file("many-chunks.png", manyChunks(), "more than 100000 PNG chunks"),
        file("endless.png", Movies.join(Arrays.copyOf(png, 16), Movies.ints(-1, -1)), "no size"),
        file(
            "wall.png",
            Movies.join(
                Arrays.copyOf(png, 16),
                Movies.ints(0x7fffffff, 0x7fffffff),
                Arrays.copyOfRange(png, 24, png.length)),
            "2147483647×2147483647 px"),
        file("nested.mp4", nested(), "nested too deep"),
        file(
            "many-boxes.mp4",
            repeated(Movies.boxHead(8, "free"), 200_001),
            "more than 200000 boxes"),
        file("own-size.mp4", repeated(Movies.boxHead(0, "moov"), 1_000), "nested too deep"),
        file(
            "no-size.mp4", Movies.join(Movies.file("isom"), Movies.boxHead(7, "free")), "own head"),
        file(
            "negative.mp4",
            Movies.join(Movies.file("isom"), Movies.boxHead(1, "free"), Movies.ints(-1, -1)),
            "own head"),
        file("samples.mp4", tables(), ""),
        file("centuries.mp4", Movies.mp4(640, 480, -2), "no plausible length"),
        file("exif-loop.jpg", exif(loop(), 1), ""),
        file("exif-bomb.jpg", exif(largeTags(), 140), ""));
  }

  /** The tables of samples claim four billion entries. */
  private static byte[] tables() {
    byte[] many = Movies.ints(0, -1, 1, 1);
    byte[] stbl =
        Movies.box(
            "stbl", Movies.box("stts", many), Movies.box("stsz", many), Movies.box("stco", many));
    byte[] trak = Movies.video(640, 480, Movies.UPRIGHT, 5000);
    byte[] fuller = Movies.box("trak", Arrays.copyOfRange(trak, 8, trak.length), stbl);
    return Movies.file("isom", Movies.moov(Movies.mvhd(5000), fuller), Movies.mdat(1000));
  }

  private static byte[] nested() {
    ByteBuffer bytes = ByteBuffer.allocate(800_000);
    while (bytes.hasRemaining()) {
      bytes.put(Movies.boxHead(bytes.remaining(), "moov"));
    }
    return bytes.array();
  }

  private static byte[] manyChunks() {
    byte[] png = Pictures.png(640, 640);
    byte[] chunk = Movies.join(Movies.ints(0), text("tEXt"), Movies.ints(0));
    return Movies.join(Arrays.copyOf(png, 33), repeated(chunk, 100_001));
  }

  /** A directory of tags whose next one is itself, as is the one of the camera. */
  private static ByteBuffer loop() {
    ByteBuffer tiff = ByteBuffer.allocate(64);
    tiff.put(text("MM\0*")).putInt(8).putShort((short) 1);
    return tiff.putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(8).putInt(8);
  }

  /** Thousands of tags, each of which holds the same tens of thousands of bytes. */
  private static ByteBuffer largeTags() {
    int tags = (SEGMENT - 14) / 12;
    ByteBuffer tiff = ByteBuffer.allocate(SEGMENT);
    tiff.put(text("MM\0*")).putInt(8).putShort((short) tags);
    for (int i = 0; i < tags; i++) {
      tiff.putShort((short) (0x1000 + i)).putShort((short) 7).putInt(SEGMENT - 8).putInt(8);
    }
    return tiff;
  }

  private static byte[] exif(ByteBuffer tiff, int times) {
    byte[] content = Movies.join(text("Exif\0\0"), tiff.array());
    ByteBuffer head = ByteBuffer.allocate(4);
    head.putShort((short) 0xffe1).putShort((short) (content.length + 2));
    byte[] jpeg = Pictures.jpeg(640, 640);
    return Movies.join(
        Arrays.copyOf(jpeg, 2),
        repeated(Movies.join(head.array(), content), times),
        Arrays.copyOfRange(jpeg, 2, jpeg.length));
  }

  private static byte[] repeated(byte[] part, int times) {
    ByteBuffer bytes = ByteBuffer.allocate(part.length * times);
    for (int i = 0; i < times; i++) {
      bytes.put(part);
    }
    return bytes.array();
  }

  private static byte[] text(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private static HostileFile file(String name, byte[] content, String says) {
    return new HostileFile(name, content, says);
  }
}

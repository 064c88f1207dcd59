package io.callsheet.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.testing.Mutations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class AnyMediaTest {
  private static final List<String> BOXES =
      List.of(
          "ftyp", "moov", "trak", "mdia", "mvhd", "tkhd", "mdhd", "hdlr", "stsd", "trex", "tfhd",
          "tfdt", "trun", "moof", "traf", "mdat", "vide", "qt  ");
  private static final List<String> CHUNKS = List.of("IHDR", "IEND", "IDAT", "tEXt", "\0\0\0\r");
  private static final List<String> SEGMENTS = List.of("Exif\0\0", "MM\0*", "II*\0", "\0\0\0\b");

  @TempDir private Path folder;

  @Test
  void any_movie_is_answered() throws Exception {
    List<byte[]> movies =
        List.of(
            Movies.mp4(640, 480, 5000),
            Movies.mov(640, 480, 5000),
            Movies.turned(640, 480, 90),
            Movies.fragmented(640, 480, 3),
            Movies.fragmentedUneven(640, 480));
    check(new Mutations(1, movies, BOXES), 2_500);
  }

  @Test
  void any_picture_is_answered() throws Exception {
    check(
        new Mutations(
            2,
            List.of(Pictures.png(40, 30), Pictures.pngWithChunk(40, 30, "tEXt", 4, new byte[4])),
            CHUNKS),
        800);
    check(
        new Mutations(
            3,
            List.of(
                Pictures.jpeg(40, 30),
                Pictures.jpegHeld(40, 30, 6),
                Pictures.jpegWithPreview(40, 30)),
            SEGMENTS),
        1_200);
  }

  @Test
  void any_real_sample_is_answered() throws Exception {
    List<byte[]> samples =
        List.of(
            sample("characters/otto-gardener.jpg"),
            sample("characters/pip-robot.png"),
            sample("performances/wave-hello.mp4"),
            sample("performances/walk-on.mov"));
    check(new Mutations(4, samples, BOXES), 300);
  }

  private void check(Mutations mutations, int count) throws IOException {
    int facts = 0;
    for (int i = 0; i < count; i++) {
      byte[] bytes = mutations.next();
      try {
        facts += AnyMedia.check(Files.write(folder.resolve("any"), bytes)) ? 1 : 0;
      } catch (RuntimeException | Error e) {
        Path kept = Files.write(Files.createTempFile("any-media-", ""), bytes);
        throw new AssertionError("what failed is kept in " + kept, e);
      }
    }
    assertThat(facts).as("accepted").isBetween(count / 200, count - 1);
  }

  private static byte[] sample(String name) throws IOException {
    return Files.readAllBytes(Path.of("samples/summer-launch", name));
  }
}

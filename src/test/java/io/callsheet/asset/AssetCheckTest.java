package io.callsheet.asset;

import static io.callsheet.model.AssetRole.CHARACTER;
import static io.callsheet.model.AssetRole.PERFORMANCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.model.AssetRole;
import io.callsheet.model.MediaType;
import io.callsheet.testing.Nowhere;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssetCheckTest {
  @TempDir Path root;

  @Test
  void hands_back_path_facts_and_time() throws IOException {
    Path file = write("lina.png", Pictures.png(400, 600)).toRealPath();
    Instant written = Instant.parse("2026-11-01T10:00:00Z");
    Files.setLastModifiedTime(file, FileTime.from(written));

    assertThat(check("lina.png", CHARACTER))
        .isInstanceOfSatisfying(
            Checked.Usable.class,
            usable -> {
              assertThat(usable.path()).isEqualTo(file);
              assertThat(usable.modified()).isEqualTo(written);
              assertThat(usable.facts().type()).isEqualTo(MediaType.PNG);
            });
  }

  @Test
  void says_when_the_columns_are_swapped() throws IOException {
    write("lina.png", Pictures.png(400, 600));
    write("wave.mp4", Movies.mp4(640, 640, 5000));

    assertThat(problem("wave.mp4", CHARACTER))
        .isEqualTo("`wave.mp4` is a video; this column takes an image (JPEG or PNG)");
    assertThat(problem("lina.png", PERFORMANCE))
        .isEqualTo("`lina.png` is an image; this column takes a video (MP4 or MOV)");
  }

  @Test
  void checks_an_image_against_the_limits() throws IOException {
    write("small.png", Pictures.png(200, 200));

    assertThat(problem("small.png", CHARACTER))
        .isEqualTo("`small.png` is 200×200 px; the service takes 340 to 3850 px per side");
  }

  @Test
  void checks_a_video_against_the_limits_of_any_orientation() throws IOException {
    write("long.mp4", Movies.mp4(640, 640, 30_000));
    write("longer.mp4", Movies.mp4(640, 640, 31_000));

    assertThat(check("long.mp4", PERFORMANCE)).isInstanceOf(Checked.Usable.class);
    assertThat(problem("longer.mp4", PERFORMANCE))
        .startsWith(
            "`longer.mp4` lasts 31 s; the service takes 3 to 30 s; run in the asset folder:")
        .contains("ffmpeg -i longer.mp4 -t 29.9 ")
        .endsWith(" longer-cut.mp4");
  }

  @Test
  void names_the_file_where_its_content_is_refused() throws IOException {
    write("hero.png", new byte[0]);

    assertThat(problem("hero.png", CHARACTER)).startsWith("`hero.png` is empty");
  }

  @Test
  void passes_on_why_a_file_was_not_found() {
    assertThat(problem("../hero.png", CHARACTER)).contains("leads out of the asset folder");
  }

  @Test
  @Timeout(5)
  void refuses_a_file_of_a_terabyte_without_reading_it() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(root.resolve("huge.mp4").toFile(), "rw")) {
      file.setLength(1L << 40);
    }

    assertThat(problem("huge.mp4", PERFORMANCE)).contains("the service takes at most 100 MB");
  }

  @Test
  void takes_a_png_that_is_called_jpg_and_says_so() throws IOException {
    write("lina.jpg", Pictures.png(400, 600));
    write("otto.png", Pictures.png(400, 600));

    assertThat(check("lina.jpg", CHARACTER))
        .isInstanceOfSatisfying(
            Checked.Usable.class,
            usable ->
                assertThat(usable.note())
                    .isEqualTo(
                        "`lina.jpg` is a PNG image, whatever its name says; it is sent as .png"));
    assertThat(check("otto.png", CHARACTER))
        .isInstanceOfSatisfying(
            Checked.Usable.class, usable -> assertThat(usable.note()).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "hero.webp, magick hero.webp hero.png",
    "my hero's.webp, magick 'my hero'\\''s.webp' 'my hero'\\''s.png'",
    "-rf.webp, magick ./-rf.webp ./-rf.png",
    "a$(x).webp, ''",
    "ab:c.webp, ''",
    "hero.png, magick hero.png hero-new.png",
  })
  void names_a_command_that_mends_it(String name, String command) throws IOException {
    write(name, "RIFF....WEBPVP8 ".getBytes());

    String problem = problem(name, CHARACTER);
    if (command.isEmpty()) {
      assertThat(problem).endsWith("is a WebP image; the service takes JPEG and PNG images");
    } else {
      assertThat(problem).endsWith("; run in the asset folder: " + command);
    }
  }

  private Path write(String name, byte[] content) throws IOException {
    return Files.write(root.resolve(name), content);
  }

  private Checked check(String reference, AssetRole role) {
    try {
      return new AssetCheck(new AssetFolder(root), Nowhere.ELSE, new MediaProbe())
          .check(reference, role);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private String problem(String reference, AssetRole role) {
    Checked checked = check(reference, role);
    assertThat(checked).isInstanceOf(Checked.Unusable.class);
    return ((Checked.Unusable) checked).problem();
  }
}

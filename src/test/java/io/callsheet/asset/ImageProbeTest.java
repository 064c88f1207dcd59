package io.callsheet.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callsheet.model.AssetFacts;
import io.callsheet.model.MediaType;
import io.callsheet.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageProbeTest {
  @TempDir Path folder;

  @Test
  void reads_a_png_whatever_its_name() throws Exception {
    byte[] png = Pictures.png(720, 960);

    AssetFacts facts = probe(png);

    assertThat(facts)
        .isEqualTo(
            new AssetFacts(Sha256.of(png), MediaType.PNG, png.length, 720, 960, Duration.ZERO));
  }

  @Test
  void reads_a_jpeg() throws Exception {
    byte[] jpeg = Pictures.jpeg(640, 480);

    AssetFacts facts = probe(jpeg);

    assertThat(facts)
        .isEqualTo(
            new AssetFacts(Sha256.of(jpeg), MediaType.JPEG, jpeg.length, 640, 480, Duration.ZERO));
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 6, 7, 8})
  void turns_a_photograph_taken_with_the_camera_upright(int orientation) throws Exception {
    AssetFacts facts = probe(Pictures.jpegHeld(640, 480, orientation));

    assertThat(facts.width()).isEqualTo(480);
    assertThat(facts.height()).isEqualTo(640);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 9})
  void leaves_a_photograph_that_lies_right(int orientation) throws Exception {
    assertThat(probe(Pictures.jpegHeld(640, 480, orientation)).width()).isEqualTo(640);
  }

  @Test
  void accepts_what_editors_append_after_the_end() throws Exception {
    assertThat(probe(Movies.join(Pictures.png(400, 400), new byte[100])).width()).isEqualTo(400);
    assertThat(probe(Movies.join(Pictures.jpeg(400, 400), new byte[100])).width()).isEqualTo(400);
  }

  @Test
  void refuses_a_png_cut_in_half() {
    assertIncomplete(Pictures.half(Pictures.png(720, 960)));
  }

  @Test
  void refuses_a_png_cut_anywhere() {
    byte[] png = Pictures.png(20, 20);

    for (int length = 8; length < png.length; length++) {
      assertIncomplete(Arrays.copyOf(png, length));
    }
  }

  @Test
  void refuses_a_jpeg_cut_in_half() {
    assertIncomplete(Pictures.half(Pictures.jpeg(640, 480)));
  }

  @Test
  void does_not_take_the_end_of_the_preview_for_the_end_of_the_photograph() throws Exception {
    byte[] whole = Pictures.jpegWithPreview(640, 480);

    assertThat(probe(whole).width()).isEqualTo(640);
    assertIncomplete(Arrays.copyOf(whole, whole.length - 2));
  }

  @Test
  void refuses_a_jpeg_cut_anywhere() {
    byte[] jpeg = Pictures.jpegHeld(40, 30, 6);

    for (int length = 3; length < jpeg.length; length++) {
      byte[] cut = Arrays.copyOf(jpeg, length);
      assertThatThrownBy(() -> probe(cut)).isInstanceOf(UnusableMedia.class);
    }
  }

  @Test
  void refuses_a_png_chunk_that_claims_two_gigabytes() {
    assertIncomplete(Pictures.pngWithChunk(400, 400, "zTXt", 0x7fffffff, new byte[64]));
  }

  @Test
  void refuses_a_png_chunk_that_claims_more_than_an_int_holds() {
    assertIncomplete(Pictures.pngWithChunk(400, 400, "zTXt", -1, new byte[64]));
  }

  @Test
  void refuses_a_png_whose_chunks_do_not_follow_each_other() {
    byte[] png = Pictures.pngWithChunk(400, 400, "tEXt", 3, new byte[64]);

    assertThatThrownBy(() -> probe(png)).hasMessageContaining("do not follow each other");
  }

  @Test
  void refuses_a_png_without_a_size() {
    byte[] png = Pictures.png(400, 400);
    Arrays.fill(png, 16, 20, (byte) 0);

    assertThatThrownBy(() -> probe(png)).hasMessageContaining("gives no size");
  }

  @Test
  void steps_over_a_large_chunk_without_reading_it_as_headers() throws Exception {
    byte[] bomb = Pictures.pngWithChunk(400, 400, "zTXt", 5_000_000, new byte[5_000_000]);

    assertThat(probe(bomb).bytes()).isEqualTo(bomb.length);
  }

  private void assertIncomplete(byte[] content) {
    assertThatThrownBy(() -> probe(content))
        .isInstanceOf(UnusableMedia.class)
        .hasMessage("is incomplete: its end is missing; copy or export it again");
  }

  private AssetFacts probe(byte[] content) throws IOException, UnusableMedia {
    return new MediaProbe().probe(Files.write(folder.resolve("file.txt"), content));
  }
}

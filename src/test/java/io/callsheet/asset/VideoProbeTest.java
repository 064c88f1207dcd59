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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VideoProbeTest {
  @TempDir Path folder;

  @Test
  void reads_an_mp4() throws Exception {
    byte[] mp4 = Movies.mp4(720, 1280, 8040);

    assertThat(probe(mp4))
        .isEqualTo(
            new AssetFacts(
                Sha256.of(mp4), MediaType.MP4, mp4.length, 720, 1280, Duration.ofMillis(8040)));
  }

  @Test
  void knows_a_mov_by_its_brand() throws Exception {
    assertThat(probe(Movies.mov(720, 1280, 8040)).type()).isEqualTo(MediaType.MOV);
  }

  @Test
  void takes_a_movie_older_than_brands_for_a_mov() throws Exception {
    byte[] old =
        Movies.join(
            Movies.mdat(10),
            Movies.moov(Movies.mvhd(5000), Movies.video(640, 480, Movies.UPRIGHT, 5000)));

    assertThat(probe(old).type()).isEqualTo(MediaType.MOV);
  }

  @ParameterizedTest
  @ValueSource(ints = {90, 270})
  void turns_a_video_taken_with_the_phone_upright(int degrees) throws Exception {
    AssetFacts facts = probe(Movies.turned(1280, 720, degrees));

    assertThat(facts.width()).isEqualTo(720);
    assertThat(facts.height()).isEqualTo(1280);
  }

  @Test
  void leaves_a_video_that_is_upside_down() throws Exception {
    assertThat(probe(Movies.turned(1280, 720, 180)).width()).isEqualTo(1280);
  }

  @Test
  void adds_up_fragments() throws Exception {
    assertThat(probe(Movies.fragmented(640, 640, 7)).length()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void adds_up_samples_that_each_have_a_length() throws Exception {
    assertThat(probe(Movies.fragmentedUneven(640, 640)).length())
        .isEqualTo(Duration.ofMillis(3160));
  }

  @Test
  void takes_the_largest_of_several_pictures() throws Exception {
    byte[] movie =
        Movies.file(
            "isom",
            Movies.moov(
                Movies.mvhd(5000),
                Movies.track(Movies.tkhd(1, 160, 90, 0), 5000, "vide"),
                Movies.track(Movies.tkhd(2, 1920, 1080, 0), 5000, "vide")),
            Movies.mdat(10));

    assertThat(probe(movie).width()).isEqualTo(1920);
  }

  @Test
  void falls_back_to_the_length_of_the_track() throws Exception {
    byte[] movie =
        Movies.file(
            "isom",
            Movies.moov(Movies.mvhd(0), Movies.video(640, 480, Movies.UPRIGHT, 6500)),
            Movies.mdat(10));

    assertThat(probe(movie).length()).isEqualTo(Duration.ofMillis(6500));
  }

  @Test
  void refuses_sound_without_a_picture() {
    assertThatThrownBy(() -> probe(Movies.soundOnly(5000)))
        .hasMessage("holds no picture; the service takes MP4 and MOV videos");
  }

  @Test
  void refuses_a_movie_without_a_length() {
    assertThatThrownBy(() -> probe(Movies.mp4(640, 480, 0)))
        .hasMessageContaining("gives no plausible length");
  }

  private AssetFacts probe(byte[] content) throws IOException, UnusableMedia {
    return new MediaProbe().probe(Files.write(folder.resolve("file.txt"), content));
  }
}

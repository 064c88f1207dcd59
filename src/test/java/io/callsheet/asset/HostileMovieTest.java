package io.callsheet.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callsheet.model.AssetFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class HostileMovieTest {
  @TempDir Path folder;

  @Test
  void refuses_an_mp4_cut_in_half() {
    assertRefused(Pictures.half(Movies.mp4(640, 480, 5000)), "is incomplete");
  }

  @Test
  void refuses_an_mp4_cut_anywhere() {
    byte[] whole = Movies.mp4(640, 480, 5000);

    for (int length = 1; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> probe(cut)).isInstanceOf(UnusableMedia.class);
    }
  }

  @Test
  void refuses_an_mp4_whose_header_never_came() {
    assertRefused(Movies.file("isom", Movies.mdat(5000)), "is incomplete");
  }

  @Test
  void refuses_boxes_nested_a_hundred_thousand_deep() {
    byte[] nested = new byte[800_000];
    for (int at = 0; at < nested.length; at += 8) {
      byte[] head = Movies.boxHead(nested.length - at, "moov");
      System.arraycopy(head, 0, nested, at, 8);
    }

    assertRefused(nested, "nested too deep");
  }

  @Test
  void refuses_more_boxes_than_any_movie_has() {
    byte[] many = new byte[8 * 200_001];
    byte[] head = Movies.boxHead(8, "free");
    for (int at = 0; at < many.length; at += 8) {
      System.arraycopy(head, 0, many, at, 8);
    }

    assertRefused(many, "more than 200000 boxes");
  }

  @Test
  void refuses_a_box_of_nine_billion_gigabytes() {
    byte[] huge = Movies.join(Movies.boxHead(1, "free"), Movies.ints(0x7fffffff, -1));

    assertRefused(Movies.file("isom", huge), "is incomplete");
  }

  @Test
  void refuses_a_box_of_a_negative_length() {
    byte[] negative = Movies.join(Movies.boxHead(1, "free"), Movies.ints(-1, -1));

    assertRefused(Movies.file("isom", negative), "shorter than its own head");
  }

  @Test
  void names_a_box_by_what_can_be_printed() {
    byte[] child = Movies.boxHead(5000, "m\u0085\nd");

    assertRefused(
        Movies.file("isom", Movies.moov(child), Movies.mdat(6000)),
        "'m??d' is larger than the one around it");
  }

  @Test
  void refuses_a_box_larger_than_the_one_around_it() {
    byte[] child = Movies.boxHead(5000, "mvhd");

    assertRefused(
        Movies.file("isom", Movies.moov(child), Movies.mdat(6000)),
        "'mvhd' is larger than the one around it");
  }

  @Test
  void refuses_a_header_box_of_many_megabytes_without_reading_it() {
    byte[] mvhd = Movies.box("mvhd", new byte[8_000_000]);

    assertRefused(Movies.file("isom", Movies.moov(mvhd)), "'mvhd' is implausibly large");
  }

  @Test
  void refuses_a_header_box_that_is_too_short() {
    byte[] mvhd = Movies.box("mvhd", new byte[6]);

    assertRefused(Movies.file("isom", Movies.moov(mvhd)), "'mvhd' is too short");
  }

  @Test
  void refuses_a_run_that_claims_four_billion_samples() {
    byte[] run = Movies.box("trun", Movies.ints(0x100, -1, 1, 1));
    byte[] traf = Movies.box("traf", Movies.box("tfhd", Movies.ints(0, 1)), run);
    byte[] header = Movies.moov(Movies.mvhd(0), Movies.video(640, 480, Movies.UPRIGHT, 0));

    assertRefused(
        Movies.file("isom", header, Movies.box("moof", traf), Movies.mdat(9)),
        "'trun' is too short");
  }

  @Test
  void refuses_a_length_of_centuries() {
    byte[] run = Movies.box("trun", Movies.ints(0, -1));
    byte[] tfhd = Movies.box("tfhd", Movies.ints(8, 1, 1_000_000));
    byte[] header = Movies.moov(Movies.mvhd(0), Movies.video(640, 480, Movies.UPRIGHT, 0));

    assertRefused(
        Movies.file(
            "isom", header, Movies.box("moof", Movies.box("traf", tfhd, run)), Movies.mdat(9)),
        "gives no plausible length");
  }

  @Test
  void answers_to_any_damage_with_facts_or_a_refusal() throws Exception {
    byte[] whole = Movies.fragmented(640, 480, 3);
    Random random = new Random(20261122);

    for (int i = 0; i < 3000; i++) {
      byte[] damaged = whole.clone();
      for (int j = 0; j <= random.nextInt(8); j++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(probe(damaged).length()).isPositive();
      } catch (UnusableMedia e) {
        assertThat(e.problem()).matches("(is|holds) .*");
      }
    }
  }

  private void assertRefused(byte[] content, String message) {
    assertThatThrownBy(() -> probe(content))
        .isInstanceOf(UnusableMedia.class)
        .hasMessageContaining(message);
  }

  private AssetFacts probe(byte[] content) throws IOException, UnusableMedia {
    return new MediaProbe().probe(Files.write(folder.resolve("file.mp4"), content));
  }
}

package io.callsheet.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.model.AssetFacts;
import io.callsheet.model.MediaType;
import io.callsheet.model.Orientation;
import io.callsheet.model.Sha256;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaLimitsTest {
  @ParameterizedTest
  @CsvSource({"340,340", "3850,3850", "340,850", "850,340", "3850,1540", "1540,3850"})
  void takes_an_image_at_the_border(int width, int height) {
    assertThat(MediaLimits.imageProblem(image(width, height, 10_000_000))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "339,400,is 339×400 px; the service takes 340 to 3850 px per side",
    "400,339,is 400×339 px; the service takes 340 to 3850 px per side",
    "3851,3850,is 3851×3850 px; the service takes 340 to 3850 px per side",
    "340,851,is 2.51 times as high as it is wide; the service takes at most 2.5 times",
    "3000,1199,is 2.51 times as wide as it is high; the service takes at most 2.5 times"
  })
  void refuses_an_image_past_the_border(int width, int height, String problem) {
    assertThat(MediaLimits.imageProblem(image(width, height, 1000))).contains(problem);
  }

  @Test
  void counts_a_megabyte_as_a_million_bytes() {
    assertThat(MediaLimits.imageProblem(image(400, 400, 10_000_001)))
        .contains("has 10.000001 MB; the service takes at most 10 MB");
    assertThat(MediaLimits.videoProblem(video(400, 400, 100_000_001, 5000)))
        .contains("has 100.000001 MB; the service takes at most 100 MB");
  }

  @Test
  void names_every_limit_that_is_passed() {
    assertThat(MediaLimits.imageProblem(image(320, 1000, 12_500_000)))
        .contains(
            "has 12.5 MB; the service takes at most 10 MB; it is 320×1000 px; the service takes"
                + " 340 to 3850 px per side; it is 3.13 times as high as it is wide; the service"
                + " takes at most 2.5 times");
  }

  @ParameterizedTest
  @CsvSource({"IMAGE,3000", "IMAGE,10000", "VIDEO,3000", "VIDEO,30000"})
  void takes_a_video_as_long_as_the_border(Orientation orientation, int millis) {
    AssetFacts video = video(340, 3850, 100_000_000, millis);

    assertThat(MediaLimits.videoProblem(video, orientation)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "IMAGE,2999,lasts 2.999 s; the service takes 3 to 10 s",
    "VIDEO,2999,lasts 2.999 s; the service takes 3 to 30 s",
    "IMAGE,10001,lasts 10.001 s; the service takes 3 to 10 s with orientation image (up to 30 s"
        + " with orientation video)",
    "IMAGE,30001,lasts 30.001 s; the service takes 3 to 10 s",
    "VIDEO,30001,lasts 30.001 s; the service takes 3 to 30 s",
    "VIDEO,60000,lasts 60 s; the service takes 3 to 30 s"
  })
  void refuses_a_video_longer_or_shorter(Orientation orientation, int millis, String problem) {
    assertThat(MediaLimits.videoProblem(video(400, 400, 1000, millis), orientation))
        .contains(problem);
  }

  @Test
  void without_an_orientation_allows_what_any_orientation_allows() {
    assertThat(MediaLimits.videoProblem(video(400, 400, 1000, 30_000))).isEmpty();
    assertThat(MediaLimits.videoProblem(video(400, 400, 1000, 30_001))).isPresent();
  }

  @Test
  void holds_the_sides_of_a_video_to_the_same_limits() {
    assertThat(MediaLimits.videoProblem(video(339, 400, 1000, 5000)))
        .contains("is 339×400 px; the service takes 340 to 3850 px per side");
  }

  private static AssetFacts image(int width, int height, long bytes) {
    return new AssetFacts(
        Sha256.of(new byte[0]), MediaType.PNG, bytes, width, height, Duration.ZERO);
  }

  private static AssetFacts video(int width, int height, long bytes, int millis) {
    Duration length = Duration.ofMillis(millis);
    return new AssetFacts(Sha256.of(new byte[0]), MediaType.MP4, bytes, width, height, length);
  }
}

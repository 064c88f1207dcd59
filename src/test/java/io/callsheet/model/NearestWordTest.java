package io.callsheet.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestWordTest {

  private static final List<String> KNOWN =
      List.of("cap", "approval", "rounding", "performance", "video", "image", "1080p", "row_key");

  @ParameterizedTest
  @CsvSource({
    "cpa, cap",
    "CAP, cap",
    "perfomance, performance",
    "vidoe, video",
    "imgae, image",
    "1080, 1080p",
    "row-key, row_key",
    "aproval, approval"
  })
  void finds_what_was_meant(String typed, String meant) {
    assertThat(NearestWord.among(typed, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"pairs", "landscape", "c", "''"})
  void stays_silent_when_nothing_is_near(String typed) {
    assertThat(NearestWord.among(typed, KNOWN)).isEmpty();
  }

  @Test
  void does_not_compare_endless_words() {
    assertThat(NearestWord.among("v".repeat(1_000_000), KNOWN)).isEmpty();
  }
}

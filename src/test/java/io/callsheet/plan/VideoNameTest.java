package io.callsheet.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideoNameTest {

  @Test
  void places_are_filled_whatever_the_spelling_of_their_columns() {
    VideoName name =
        new VideoName("{Campaign}/{hero_image}-{ROW-KEY}.mp4", List.of("Hero Image", "campaign"));
    assertThat(name.unknown()).isEmpty();
    assertThat(name.of("k1", List.of("bear", "summer"))).isEqualTo("summer/bear-k1.mp4");
  }

  @Test
  void places_that_name_no_column_are_told_once() {
    VideoName name = new VideoName("{a}/{b}/{a}/{row_key}.mp4", List.of("b"));
    assertThat(name.unknown()).containsExactly("a");
  }

  @Test
  void of_two_columns_with_one_name_the_first_counts() {
    VideoName name = new VideoName("{tag}.mp4", List.of("Tag", "tag"));
    assertThat(name.of("k", List.of("one", "two"))).isEqualTo("one.mp4");
  }

  @Test
  void an_empty_or_missing_value_is_an_underscore() {
    VideoName name = new VideoName("{a}/{b}/{row_key}.mp4", List.of("a", "b"));
    assertThat(name.of("k", List.of(" "))).isEqualTo("_/_/k.mp4");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "../../etc/passwd, _.._etc_passwd",
        "a/b\\c, a_b_c",
        "C:\\x, C__x",
        "what?*<>|\", what______",
        ".., _",
        "..., _",
        ".hidden, hidden",
        "`end. . `, end",
        "$1 \\0, $1 _0",
        "Été 夏, Été 夏",
        "CON, _CON",
        "nul, _nul",
        "Lpt1, _Lpt1",
        "con.v2, _con.v2",
        "console, console",
        "com10, com10"
      })
  void a_value_becomes_a_name_that_any_file_system_takes(String value, String expected) {
    assertThat(one(value)).isEqualTo(expected + ".mp4");
  }

  @Test
  void line_breaks_and_control_characters_do_not_reach_a_name() {
    assertThat(one("a\nb\u0000c\u007f")).isEqualTo("a_b_c_.mp4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "é", "夏", "🎬"})
  void a_name_of_two_long_values_fits_into_a_directory_entry(String letter) {
    VideoName name = new VideoName("{tag}-{row_key}.mp4", List.of("tag"));
    String path = name.of(letter.repeat(200), List.of(letter.repeat(1_000)));
    assertThat(path.getBytes(StandardCharsets.UTF_8).length).isBetween(200, 255);
    assertThat(new String(path.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .as("no letter is cut in two")
        .isEqualTo(path)
        .doesNotContain("?");
  }

  @Test
  void a_long_value_is_cut_before_its_end_is_trimmed() {
    VideoName name = new VideoName("{tag}/{row_key}", List.of("tag"));
    for (int letters = 90; letters < 130; letters++) {
      String folder = name.of("k", List.of("x".repeat(letters) + ". y".repeat(50)));
      assertThat(folder).matches("[^/]*[xy]/k");
    }
  }

  private static String one(String value) {
    return new VideoName("{tag}.mp4", List.of("tag")).of("k", List.of(value));
  }
}

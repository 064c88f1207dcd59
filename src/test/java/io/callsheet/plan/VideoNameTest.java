package io.callsheet.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
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
        "end., end",
        "a.b_c-d, a.b_c-d",
        "$1 \\0, $1 _0",
        "Été 夏, Été 夏",
        "CON, _CON",
        "nul, _nul",
        "Lpt1, _Lpt1",
        "con.v2, _con.v2",
        "console, console",
        "com10, com10",
        "COM¹, _COM¹",
        "CONOUT$, _CONOUT$",
        "`nul .txt`, _nul .txt",
        "`a\u3000`, a",
        "`\u202egpj.exe`, _gpj.exe",
        "`a\ufeffb`, a_b",
        "`\ud83c`, _",
        "`E\u0301te\u0301`, \u00c9t\u00e9",
        "`क्\u200dष`, `क्\u200dष`"
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

  @ParameterizedTest
  @CsvSource({
    "CO{tag}.mp4, N, _CON.mp4",
    ".{tag}/{row_key}.mp4, partial, partial/k.mp4",
    ".{tag}./x.mp4, .., _/x.mp4",
    "{tag} . /x.mp4, a, a/x.mp4",
    "{tag}\\{row_key}.mp4, a, a/k.mp4",
    ".//{tag}/./x.mp4, a, a/x.mp4",
    "take {tag}: what?.mp4, 1, take 1_ what_.mp4",
    "e{tag}.mp4, \u0301, \u00e9.mp4"
  })
  void what_stands_around_a_value_cannot_make_it_unsafe(
      String template, String value, String expected) {
    assertThat(new VideoName(template, List.of("tag")).of("k", List.of(value))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "é", "夏", "🎬", "\u0958"})
  void many_long_values_share_the_room_of_a_name(String letter) {
    VideoName name = new VideoName("{a} {b} {c} {a}-{row_key}.mp4", List.of("a", "b", "c"));
    String longest = letter.repeat(500);
    String path = name.of("key-7", List.of(longest, longest, longest));
    assertThat(path.getBytes(StandardCharsets.UTF_8).length).isBetween(150, 240);
    assertThat(path).endsWith("-key-7.mp4");
  }

  @Test
  void a_deep_path_of_long_values_is_no_longer_than_the_ledger_keeps() {
    String template = "{a}/".repeat(12) + "{row_key}.mp4";
    String path =
        new VideoName(template, List.of("a")).of("k".repeat(200), List.of("x".repeat(500)));
    assertThat(path.length()).isLessThan(1_000);
    assertThat(path).endsWith("k.mp4");
  }

  @Test
  void a_value_that_is_cut_short_does_not_become_a_device() {
    String template = "{a}/".repeat(300) + "{row_key}";
    assertThat(new VideoName(template, List.of("a")).of("k", List.of("console")))
        .startsWith("_co/")
        .doesNotContain("/con/");
  }

  /** Whatever is thrown at it. */
  @Test
  void no_value_leads_out_of_the_folder_or_to_a_name_that_is_not_taken() {
    List<String> bits =
        List.of(
            "..",
            ".",
            "/",
            "\\",
            ":",
            "con",
            "NUL",
            " ",
            "a",
            "\u0000",
            "\u202e",
            "~",
            "é",
            "e\u0301",
            "\ud83c",
            "$",
            "{row_key}",
            "%2e",
            "\uff0e",
            "\u2024",
            "\uff0f",
            "\n");
    Random random = new Random(7);
    VideoName name = new VideoName("{a}{b}/{b}.{a}", List.of("a", "b"));
    for (int i = 0; i < 20_000; i++) {
      String path = name.of("k", List.of(some(bits, random), some(bits, random)));
      assertThat(Path.of("videos").resolve(path).normalize()).startsWithRaw(Path.of("videos"));
      assertThat(path.split("/", -1)).hasSize(2);
      for (String part : path.split("/")) {
        assertThat(part)
            .doesNotMatch("(?is)(con|nul)( *\\..*)?|.*[. ]|[. ].*|.*[\\\\:\\x00-\\x1f].*");
      }
    }
  }

  private static String some(List<String> bits, Random random) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(5); n >= 0; n--) {
      text.append(bits.get(random.nextInt(bits.size())));
    }
    return text.toString();
  }

  private static String one(String value) {
    return new VideoName("{tag}.mp4", List.of("tag")).of("k", List.of(value));
  }
}

package io.callsheet.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AnyVideoNameTest {
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\\$|conout\\$) *(\\..*)?");
  private static final List<String> BITS =
      List.of(
          "..",
          ".",
          "/",
          "\\",
          ":",
          "con",
          "NUL",
          "CO",
          "N",
          "com1",
          "lpt",
          "9",
          " ",
          "a",
          "\0",
          "\u202e",
          "~",
          "é",
          "e\u0301",
          "\u0301",
          "\ud83c",
          "\udfac",
          "🎬",
          "$",
          "%2e",
          "\uff0e",
          "\n",
          "\t",
          "\u2028",
          "\u00a0",
          "\u3000",
          "\uFEFF",
          "\u212a",
          "\u037e",
          "|",
          "?",
          "x".repeat(119),
          "夏");

  /** On every file system there is, and below the folder. */
  @Test
  void any_values_in_any_template_make_a_name_that_every_file_system_takes() {
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      StringBuilder template = new StringBuilder(random.nextInt(500) == 0 ? "f/".repeat(300) : "");
      for (int n = random.nextInt(6); n >= 0; n--) {
        template.append(
            random.nextBoolean() ? "{a}" : random.nextBoolean() ? "{b}/" : text(random, 2));
      }
      String a = text(random, 6);
      String b = text(random, 6);
      String path =
          new VideoName(template + "{row_key}.mp4", List.of("a", "b")).of("k", List.of(a, b));
      assertThat(Path.of("videos").resolve(path).normalize()).startsWithRaw(Path.of("videos"));
      assertThat(path.length()).isLessThanOrEqualTo(1000);
      for (String part : path.split("/", -1)) {
        check(part, "template " + template + ", values " + a + " and " + b);
      }
    }
  }

  private static void check(String part, String from) {
    assertThat(part.getBytes(UTF_8).length).as(from).isBetween(1, 255);
    assertThat(new String(part.getBytes(UTF_8), UTF_8)).as(from).isEqualTo(part);
    assertThat(Normalizer.isNormalized(part, Normalizer.Form.NFC)).as(from).isTrue();
    assertThat(DEVICE.matcher(part).matches()).as("%s is a device: %s", part, from).isFalse();
    assertThat(part)
        .as(from)
        .doesNotMatch("(?s).*[\\\\/:*?\"<>|\\x00-\\x1f\\x7f\u202e].*|.*[. ]|[. ].*");
  }

  private static String text(Random random, int most) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(most); n >= 0; n--) {
      text.append(BITS.get(random.nextInt(BITS.size())));
    }
    return text.toString();
  }
}

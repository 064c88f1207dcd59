package io.callsheet.provider.vidgo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrorBodyTest {
  @Test
  void understands_the_error_object() {
    assertThat(
            ErrorBody.read(
                "{\"code\":400,\"error\":{\"message\":\"m\",\"type\":\"validation_error\"}}"))
        .isEqualTo(new ErrorBody(400, "validation_error", "m"));
  }

  @Test
  void understands_the_detail_text() {
    assertThat(ErrorBody.read("{\"detail\":\"d\"}")).isEqualTo(new ErrorBody(0, "", "d"));
  }

  @Test
  void understands_the_detail_list() {
    assertThat(
            ErrorBody.read(
                """
                {"detail":[{"loc":["body","input",0],"msg":"a"},{"msg":"b"}]}"""))
        .isEqualTo(new ErrorBody(0, "", "body.input.0: a; b"));
  }

  @Test
  void takes_the_title_or_the_first_text_of_a_page() {
    assertThat(ErrorBody.read("<html><title>502\nBad</title><p>x").message()).isEqualTo("502\nBad");
    assertThat(ErrorBody.read("<!doctype html><style>p{}</style><p>Sorry").message())
        .isEqualTo("Sorry");
    assertThat(ErrorBody.read("").message()).isEmpty();
  }

  @Test
  void foreign_words_are_one_short_line() {
    PlainWords words = new PlainWords("K3Y");
    assertThat(words.clean("a\u0000b\r\nc\u202e d")).isEqualTo("a b c d");
    assertThat(words.clean("<b>bold</b> & 3 < 4")).isEqualTo("bold & 3 < 4");
    assertThat(words.clean("😀".repeat(150))).hasSizeLessThanOrEqualTo(200).endsWith("😀…");
    assertThat(words.clean("K3Y at HTTPS://h/p?sig=1#f and https://h/q?sig=2"))
        .isEqualTo("[key] at HTTPS://h/p and https://h/q");
  }
}

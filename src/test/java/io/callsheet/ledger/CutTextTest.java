package io.callsheet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CutTextTest {
  @Test
  void a_text_that_fits_stays_as_it_is_and_a_longer_one_says_that_it_goes_on() {
    assertThat(Columns.cut("12345", 5)).isEqualTo("12345");
    assertThat(Columns.cut("123456", 5)).isEqualTo("1234…");
    assertThat(Columns.cut(null, 5)).isNull();
    assertThat(Columns.cut("1\u00002", 5)).isEqualTo("12");
  }

  @Test
  void no_character_is_cut_in_half() {
    String cut = Columns.cut("123🎬🎬", 5);
    assertThat(cut).isEqualTo("123…");
    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(cut)).isTrue();
    assertThat(Columns.cut("12🎬🎬", 5)).isEqualTo("12🎬…");
  }
}

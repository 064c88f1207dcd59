package io.callsheet.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {

  @ParameterizedTest
  @CsvSource({
    "CEIL_SECOND, 5000, 5000",
    "CEIL_SECOND, 5001, 6000",
    "CEIL_SECOND, 4999, 5000",
    "CEIL_SECOND, 1, 1000",
    "CEIL_SECOND, 0, 0",
    "CEIL_TENTH, 5000, 5000",
    "CEIL_TENTH, 5001, 5100",
    "CEIL_TENTH, 5100, 5100",
    "EXACT, 5001, 5001"
  })
  void a_length_is_billed_by_the_rule(Rounding rule, long millis, long billed) {
    assertThat(rule.billed(Duration.ofMillis(millis))).isEqualTo(Duration.ofMillis(billed));
  }

  @ParameterizedTest
  @CsvSource({
    "5000, P720, CEIL_SECOND, 45",
    "5001, P720, CEIL_SECOND, 54",
    "5001, P1080, CEIL_SECOND, 90",
    "5001, P720, CEIL_TENTH, 45.9",
    "5001, P720, EXACT, 45.009",
    "30000, P1080, EXACT, 450",
    "0, P720, CEIL_SECOND, 0"
  })
  void a_video_costs_its_billed_seconds(
      long millis, Resolution resolution, Rounding rule, String credits) {
    assertThat(Rate.VIDGO.price(Duration.ofMillis(millis), resolution, rule))
        .isEqualTo(Credits.parse(credits));
  }

  @Test
  void a_price_finer_than_a_thousandth_is_rounded_up() {
    Rate odd = new Rate("odd", new Credits(1), new Credits(999));
    assertThat(odd.price(Duration.ofMillis(1), Resolution.P720, Rounding.EXACT))
        .isEqualTo(new Credits(1));
    assertThat(odd.price(Duration.ofMillis(1_001), Resolution.P1080, Rounding.EXACT))
        .isEqualTo(new Credits(1_000));
  }

  @Test
  void two_thousand_credits_are_ten_dollars() {
    assertThat(Rate.usd(Credits.of(2_000))).isEqualByComparingTo("10");
    assertThat(Rate.usd(new Credits(1))).isEqualByComparingTo(new BigDecimal("0.000005"));
    assertThat(Rate.usd(Credits.of(-1))).isEqualByComparingTo("-0.005");
  }

  @Test
  void rounding_rules_are_found_by_their_words() {
    assertThat(Rounding.find("ceil-tenth")).contains(Rounding.CEIL_TENTH);
    assertThat(Rounding.find(" Exact ")).contains(Rounding.EXACT);
    assertThat(Rounding.find("floor")).isEmpty();
    assertThat(Rounding.CEIL_SECOND.word()).isEqualTo("ceil-second");
  }
}

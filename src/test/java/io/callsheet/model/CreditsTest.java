package io.callsheet.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditsTest {

  @ParameterizedTest
  @CsvSource({
    "40, 40000",
    "' 40 ', 40000",
    "12.5, 12500",
    "0.001, 1",
    "0.0001, 1",
    "0.0010000000001, 2",
    "-0.0019, -1",
    "-3, -3000",
    "1e3, 1000000",
    "1E-3, 1",
    "999999999999999, 999999999999999000"
  })
  void a_decimal_number_is_read_and_finer_fractions_are_rounded_up(String text, long thousandths) {
    assertThat(Credits.parse(text)).isEqualTo(new Credits(thousandths));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "ten", "1,5", "1_000", "NaN", "0x10", "1e99999999999"})
  void what_is_no_number_is_refused(String text) {
    assertThatThrownBy(() -> Credits.parse(text)).isInstanceOf(NumberFormatException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e15", "-1e15", "1e400000000", "1e-400000000", "1000000000000000"})
  void what_cannot_be_counted_is_refused_at_once(String text) {
    assertThatThrownBy(() -> Credits.parse(text)).isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "40000, 40", "12500, 12.5", "-1, -0.001", "100000000, 100000", "10, 0.01"})
  void an_amount_is_printed_without_trailing_zeros(long thousandths, String text) {
    assertThat(new Credits(thousandths)).hasToString(text);
  }

  @Test
  void sums_that_do_not_fit_are_errors_and_never_wrong() {
    Credits most = new Credits(Long.MAX_VALUE);
    assertThatThrownBy(() -> most.plus(new Credits(1))).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> most.negated().minus(new Credits(2)))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Credits.of(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> new Credits(Long.MIN_VALUE).negated())
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void amounts_are_counted_and_compared() {
    Credits nine = Credits.of(9);
    assertThat(nine.plus(new Credits(1))).isEqualTo(new Credits(9_001)).isGreaterThan(nine);
    assertThat(nine.minus(nine)).isEqualTo(Credits.ZERO);
    assertThat(nine.minus(nine).isZero()).isTrue();
    assertThat(nine.isZero()).isFalse();
    assertThat(nine.times(3)).isEqualTo(Credits.of(27));
    assertThat(nine.negated()).isLessThan(Credits.ZERO);
  }
}

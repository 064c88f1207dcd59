package io.callsheet.lane;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
  @ParameterizedTest
  @CsvSource({
    "-1, 1",
    "0, 1",
    "1, 2",
    "3, 8",
    "5, 32",
    "6, 60",
    "7, 60",
    "9223372036854775807, 60"
  })
  void doubles_from_a_second_to_a_minute(long tries, long seconds) {
    assertThat(Backoff.after(tries)).hasSeconds(seconds);
  }
}

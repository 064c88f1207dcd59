package io.callsheet.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ForecastTest {
  @Test
  void the_tighter_limit_and_the_last_rows_own_time_make_the_length_of_a_run() {
    Duration render = Duration.ofMinutes(5);
    assertThat(new Forecast(60, 10_000, render).of(600)).isEqualTo(Duration.ofMinutes(15));
    assertThat(new Forecast(6_000, 10, render).of(100)).isEqualTo(Duration.ofMinutes(55));
    assertThat(new Forecast(60, 10, render).of(0)).isZero();
  }
}

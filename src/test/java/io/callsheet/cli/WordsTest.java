package io.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.model.Credits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void long_numbers_are_grouped_and_four_digits_are_not() {
    assertThat(Words.number(9_999)).isEqualTo("9999");
    assertThat(Words.number(1_234_567)).isEqualTo("1,234,567");
    assertThat(Words.number(Credits.parse("12345.5"))).isEqualTo("12,345.5");
  }

  @Test
  void lengths_of_time_are_told_as_people_do() {
    assertThat(Words.about(Duration.ofMillis(5_500))).isEqualTo("6 s");
    assertThat(Words.about(Duration.ofMinutes(25))).isEqualTo("25 min");
    assertThat(Words.about(Duration.ofMinutes(130))).isEqualTo("2 h 10 min");
    assertThat(Words.about(Duration.ofHours(76))).isEqualTo("3 d 4 h");
  }

  @Test
  void an_end_after_midnight_names_its_day() {
    Clock evening = Clock.fixed(Instant.parse("2026-11-22T20:30:00Z"), ZoneId.of("Europe/Berlin"));
    assertThat(Words.until(Duration.ofMinutes(130), evening)).isEqualTo("23:40");
    assertThat(Words.until(Duration.ofHours(4), evening)).isEqualTo("Mon 23 Nov 01:30");
  }
}

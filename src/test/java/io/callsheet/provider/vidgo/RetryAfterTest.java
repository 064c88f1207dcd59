package io.callsheet.provider.vidgo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "' 12 ', 12",
    "999999999, 3600",
    "99999999999999999999, ",
    "-5, ",
    "1.5, ",
    "soon, ",
    "'', ",
    "'Sun, 22 Nov 2026 12:01:00 GMT', 60",
    "'Sun, 22 Nov 2026 11:00:00 GMT', 0",
    "'Tue, 22 Nov 2033 11:00:00 GMT', 3600",
  })
  void reads_seconds_and_dates_and_nothing_else(String text, Long seconds) {
    HttpHeaders headers =
        HttpHeaders.of(Map.of("retry-after", List.of(text)), (name, value) -> true);
    assertThat(RetryAfter.of(headers, InstantSource.fixed(Clients.NOW)))
        .isEqualTo(seconds == null ? null : Duration.ofSeconds(seconds));
  }
}

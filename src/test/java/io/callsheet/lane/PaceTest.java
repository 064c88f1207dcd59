package io.callsheet.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a service that refuses whatever comes faster than it says; in simulated time. */
class PaceTest {
  private static final long PER_MINUTE = 600;

  @ParameterizedTest
  @ValueSource(longs = {20, 60, 200, 500})
  void finds_a_limit_that_nobody_tells(long limit) {
    Pace pace = new Pace(PER_MINUTE * 1000, PER_MINUTE * 1000);
    Service service = new Service(limit);
    double warm = service.run(pace, 0, 10 * 60);
    service.passed = 0;
    service.refused = 0;

    service.run(pace, warm, warm + 60 * 60);

    assertThat(service.passed).isGreaterThan((long) (0.88 * limit * 60));
    assertThat(service.refused).isLessThan(service.passed / 20);
  }

  @Test
  void stays_at_what_is_configured_where_nothing_is_refused() {
    Pace pace = new Pace(60_000, 30_000);
    for (int i = 0; i < 300; i++) {
      pace.passed();
    }

    assertThat(pace.level()).isEqualTo(60_000);
    assertThat(pace.interval()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void never_stands_still() {
    Pace pace = new Pace(60_000, 60_000);
    for (int i = 0; i < 100; i++) {
      pace.refused();
    }

    assertThat(pace.interval()).isEqualTo(Duration.ofMinutes(1));
  }

  /** Takes a call if the last ones left room for it: a bucket of two seconds' worth. */
  private static final class Service {
    private final double perSecond;
    private double tokens = 2;
    private double filled;
    long passed;
    long refused;

    Service(long perMinute) {
      this.perSecond = perMinute / 60.0;
    }

    double run(Pace pace, double from, double until) {
      double now = from;
      while (now < until) {
        tokens = Math.min(2, tokens + (now - filled) * perSecond);
        filled = now;
        if (tokens >= 1) {
          tokens--;
          passed++;
          pace.passed();
          now += pace.interval().toNanos() / 1e9;
        } else {
          refused++;
          pace.refused();
          now += 1 + pace.interval().toNanos() / 1e9;
        }
      }
      return now;
    }
  }
}

package io.callsheet.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.testing.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutageTest {
  private final SettableClock clock = new SettableClock();
  private final Outage outage = new Outage(Duration.ofMinutes(10), clock);

  @Test
  void is_one_only_after_long_silence() {
    assertThat(outage.failedForLong()).isFalse();
    clock.advance(Duration.ofMinutes(10));
    assertThat(outage.failedForLong()).isFalse();
    clock.advance(Duration.ofSeconds(1));
    assertThat(outage.failedForLong()).isTrue();
  }

  @Test
  void any_answer_ends_the_count() {
    outage.failedForLong();
    clock.advance(Duration.ofMinutes(9));
    outage.answered();
    clock.advance(Duration.ofMinutes(9));

    assertThat(outage.failedForLong()).isFalse();
  }
}

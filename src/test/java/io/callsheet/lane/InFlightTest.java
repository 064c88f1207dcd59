package io.callsheet.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InFlightTest {
  private final AtomicInteger told = new AtomicInteger();
  private final InFlight inFlight = new InFlight(List.of(1L, 2L), told::incrementAndGet);

  @Test
  void a_row_holds_one_place_however_often_it_is_seen_to_render() {
    inFlight.begin(3);
    inFlight.begin(3);
    inFlight.begin(1);

    assertThat(inFlight.size()).isEqualTo(3);
  }

  @Test
  void a_place_is_given_back_once() {
    inFlight.end(1);
    inFlight.end(1);
    inFlight.end(9);

    assertThat(inFlight.size()).isEqualTo(1);
    assertThat(told).as("times that somebody was told").hasValue(1);
  }
}

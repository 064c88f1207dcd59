package io.callsheet.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.ledger.Ledger;
import io.callsheet.ledger.RateBook;
import io.callsheet.testing.LedgerFile;
import io.callsheet.testing.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTest {
  @TempDir private static Path folder;
  private static LedgerFile file;

  private final String name = "in flight " + UUID.randomUUID();
  private final AtomicLong inFlight = new AtomicLong(7);
  private final AtomicLong elsewhere = new AtomicLong();
  private final SettableClock clock = new SettableClock();
  private final RateBook book = new Ledger(file.database(), file.transactions(), clock).rates();
  private final Places places = places(20);

  @BeforeAll
  static void open() throws Exception {
    file = LedgerFile.in(folder);
  }

  @AfterAll
  static void close() {
    file.close();
  }

  @Test
  void what_the_service_calls_too_many_at_once_is_the_level() {
    assertThat(places.refused("Too many concurrent tasks")).isTrue();
    assertThat(level()).isEqualTo(7);
  }

  @Test
  void one_refusal_without_a_reason_is_blamed_on_the_rate() {
    assertThat(places.refused("too many requests")).isFalse();
    places.passed();
    assertThat(places.refused("too many requests")).isFalse();
    assertThat(level()).isEqualTo(20);
  }

  @Test
  void a_fifth_one_with_nothing_taken_in_between_is_blamed_on_the_number() {
    for (int i = 0; i < 4; i++) {
      assertThat(places.refused("too many requests")).isFalse();
    }
    assertThat(places.refused("too many requests")).isTrue();
    assertThat(level()).isEqualTo(7);
  }

  @Test
  void so_is_the_first_one_when_one_more_was_tried() {
    places.refused("too many concurrent tasks");
    pass(7);

    inFlight.set(6);
    assertThat(places.refused("too many requests")).as("not even as many as went well").isFalse();
    inFlight.set(7);
    assertThat(places.refused("too many requests")).isTrue();
    assertThat(level()).isEqualTo(7);
  }

  @Test
  void with_nothing_in_flight_it_cannot_be_the_number_unless_the_service_says_so() {
    inFlight.set(0);
    for (int i = 0; i < 10; i++) {
      assertThat(places.refused("too many requests")).isFalse();
    }
    assertThat(places.refused("too many concurrent tasks")).isTrue();
    assertThat(places.areEmpty()).as("whose tasks they are, nobody knows").isTrue();
    assertThat(level()).isEqualTo(20);
  }

  @Test
  void one_more_is_tried_after_each_round_then_more_up_to_what_is_configured() {
    places.refused("too many concurrent tasks");
    pass(7);
    assertThat(level()).isEqualTo(8);
    pass(8);
    assertThat(level()).isEqualTo(10);
    pass(200);
    assertThat(level()).isEqualTo(20);
  }

  @Test
  void a_limit_that_stands_is_tried_less_and_less() {
    places.refused("too many concurrent tasks");
    for (int rounds : new int[] {1, 2, 4, 8, 8}) {
      pass(7 * rounds - 1);
      assertThat(level()).isEqualTo(7);
      pass(1);
      assertThat(level()).as("after rounds: " + rounds).isEqualTo(8);
      places.refused("too many concurrent tasks");
      assertThat(level()).isEqualTo(7);
    }
  }

  @Test
  void the_level_outlives_the_process() {
    places.refused("too many concurrent tasks");
    inFlight.set(0);

    assertThat(places(20).free()).isEqualTo(7);
    assertThat(places(5).free()).isEqualTo(5);
  }

  @Test
  void runs_at_one_service_share_the_level_and_each_keeps_what_it_may() {
    elsewhere.set(9);
    places.refused("too many concurrent tasks");
    assertThat(level()).as("of both").isEqualTo(16 - 9);

    elsewhere.set(2);
    assertThat(places.free()).isEqualTo(16 - 9);
    inFlight.set(0);
    assertThat(places(10).free()).isEqualTo(10);
  }

  @Test
  void a_level_that_another_process_has_found_is_taken_over() {
    places(20).refused("too many concurrent tasks");
    clock.advance(Duration.ofSeconds(2));

    assertThat(level()).isEqualTo(7);
  }

  private Places places(int most) {
    return new Places(book, name, most, inFlight::get, elsewhere::get, clock);
  }

  /** Tasks of this run that there may be in all. */
  private long level() {
    return places.free() + inFlight.get();
  }

  private void pass(int times) {
    for (int i = 0; i < times; i++) {
      places.passed();
    }
  }
}

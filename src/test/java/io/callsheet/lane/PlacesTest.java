package io.callsheet.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.ledger.Ledger;
import io.callsheet.ledger.RateBook;
import io.callsheet.testing.LedgerFile;
import io.callsheet.testing.SettableClock;
import java.nio.file.Path;
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
  private final RateBook book =
      new Ledger(file.database(), file.transactions(), new SettableClock()).rates();
  private final Places places = new Places(book, name, 20, inFlight::get);

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
    assertThat(places.level()).isEqualTo(7);
  }

  @Test
  void one_refusal_without_a_reason_is_blamed_on_the_rate() {
    assertThat(places.refused("too many requests")).isFalse();
    places.passed();
    assertThat(places.refused("too many requests")).isFalse();
    assertThat(places.level()).isEqualTo(20);
  }

  @Test
  void a_second_one_with_nothing_taken_in_between_is_blamed_on_the_number() {
    places.refused("too many requests");

    assertThat(places.refused("too many requests")).isTrue();
    assertThat(places.level()).isEqualTo(7);
  }

  @Test
  void with_nothing_in_flight_it_cannot_be_the_number() {
    inFlight.set(0);
    places.refused("too many concurrent tasks");

    assertThat(places.refused("too many concurrent tasks")).isFalse();
    assertThat(places.level()).isEqualTo(20);
  }

  @Test
  void one_more_is_tried_after_each_round_up_to_what_is_configured() {
    places.refused("too many concurrent tasks");
    for (int i = 0; i < 7; i++) {
      places.passed();
    }
    assertThat(places.level()).isEqualTo(8);
    for (int i = 0; i < 400; i++) {
      places.passed();
    }
    assertThat(places.level()).isEqualTo(20);
  }

  @Test
  void the_level_outlives_the_process() {
    places.refused("too many concurrent tasks");

    assertThat(new Places(book, name, 20, inFlight::get).level()).isEqualTo(7);
    assertThat(new Places(book, name, 5, inFlight::get).level()).isEqualTo(5);
  }
}

package io.callsheet.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.ledger.Ledger;
import io.callsheet.ledger.RateBook;
import io.callsheet.testing.LedgerFile;
import io.callsheet.testing.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RateGateTest {
  private static final AtomicInteger NAMES = new AtomicInteger();

  @TempDir private static Path folder;
  private static LedgerFile file;

  private final SettableClock clock = new SettableClock();
  private final Instant start = clock.instant();
  private final String name = "gate " + NAMES.incrementAndGet();
  private final RateBook book = new Ledger(file.database(), file.transactions(), clock).rates();
  private final RateGate gate = new RateGate(book, name, 600, clock);

  @BeforeAll
  static void open() throws Exception {
    file = LedgerFile.in(folder);
  }

  @AfterAll
  static void close() {
    file.close();
  }

  @Test
  void slots_are_spread_evenly() {
    assertThat(gate.take()).isEqualTo(start);
    assertThat(gate.take()).isEqualTo(start.plusMillis(100));
    assertThat(gate.take()).isEqualTo(start.plusMillis(200));
  }

  @Test
  void slots_that_nobody_took_are_not_saved_up_for_a_burst() {
    gate.take();
    clock.advance(Duration.ofMinutes(1));

    assertThat(gate.take()).isEqualTo(clock.instant());
    assertThat(gate.take()).isEqualTo(clock.instant().plusMillis(100));
  }

  @Test
  void two_gates_of_one_name_share_their_slots() {
    RateGate other = new RateGate(book, name, 600, clock);

    assertThat(gate.take()).isEqualTo(start);
    assertThat(other.take()).as("the first took half a second").isEqualTo(start.plusMillis(500));
    assertThat(gate.take()).isEqualTo(start.plusMillis(100));
  }

  @Test
  void each_refusal_in_a_row_holds_everybody_back_for_twice_as_long() {
    for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
      Instant opens = gate.refused(null);
      assertThat(Duration.between(clock.instant(), opens)).hasSeconds(seconds);
      assertThat(gate.take()).isEqualTo(opens);
      clock.advance(Duration.ofSeconds(seconds).plusMillis(500));
    }
  }

  @Test
  void an_answer_ends_the_row_of_refusals() {
    gate.refused(null);
    clock.advance(Duration.ofSeconds(2));
    gate.refused(null);
    clock.advance(Duration.ofSeconds(5));
    gate.passed();

    assertThat(gate.refused(null)).isEqualTo(clock.instant().plusSeconds(1));
  }

  @Test
  void refusals_of_calls_that_were_under_way_together_count_once() {
    for (int i = 0; i < 20; i++) {
      assertThat(gate.refused(null)).isEqualTo(start.plusSeconds(1));
    }
    clock.advance(Duration.ofSeconds(2));

    assertThat(gate.refused(null)).isEqualTo(clock.instant().plusSeconds(2));
  }

  @Test
  void what_the_service_asks_for_is_honoured() {
    assertThat(gate.refused(Duration.ofSeconds(90))).isEqualTo(start.plusSeconds(90));
    assertThat(gate.take()).isEqualTo(start.plusSeconds(90));
  }

  @Test
  void a_shorter_wish_does_not_open_the_gate_sooner() {
    gate.refused(Duration.ofSeconds(90));

    assertThat(gate.refused(Duration.ofSeconds(1))).isEqualTo(start.plusSeconds(90));
    assertThat(gate.take()).isEqualTo(start.plusSeconds(90));
  }

  @Test
  void the_level_that_was_found_outlives_the_process() {
    gate.refused(null);
    RateGate later = new RateGate(book, name, 600, clock);
    Instant first = later.take();

    assertThat(Duration.between(first, later.take()))
        .isBetween(Duration.ofMillis(110), Duration.ofMillis(112));
  }

  @Test
  void whoever_waits_for_a_slot_that_a_refusal_overtakes_gets_a_later_one() throws Exception {
    List<Instant> slots = new ArrayList<>();
    boolean passed =
        gate.pass(
            slot -> {
              slots.add(slot);
              if (slots.size() == 1) {
                gate.refused(null);
              }
              return true;
            });

    assertThat(passed).isTrue();
    assertThat(slots).startsWith(start).endsWith(start.plusSeconds(1));
  }

  @Test
  void refusals_that_were_for_something_else_cost_no_rate() {
    for (int i = 0; i < 4; i++) {
      gate.refused(null);
      clock.advance(Duration.ofMinutes(1));
    }
    gate.acquitted();

    assertThat(gate.take().plusMillis(100)).isEqualTo(gate.take());
    assertThat(gate.refused(null)).isEqualTo(clock.instant().plusSeconds(1));
  }

  @Test
  void nobody_passes_whose_wait_has_ended() throws Exception {
    assertThat(gate.pass(slot -> false)).isFalse();
  }

  @Test
  void a_level_that_another_process_has_found_is_taken_over_with_the_next_slots() {
    RateGate other = new RateGate(book, name, 600, clock);
    gate.take();
    other.refused(null);
    clock.advance(Duration.ofSeconds(1));
    gate.take();
    Instant second = gate.take();

    assertThat(Duration.between(second, gate.take()).toMillis()).isEqualTo(111);
  }

  @Test
  void a_job_that_may_send_less_does_not_slow_down_the_others() {
    gate.refused(null);
    clock.advance(Duration.ofSeconds(2));
    RateGate slow = new RateGate(book, name, 60, clock);
    slow.take();
    slow.take();

    assertThat(book.level(name)).contains(540_000L);
  }

  @Test
  void a_clock_that_is_set_back_neither_wedges_it_nor_lets_a_burst_through() {
    gate.take();
    clock.advance(Duration.ofDays(-3));

    assertThat(gate.take()).isEqualTo(clock.instant());
    assertThat(gate.take()).isEqualTo(clock.instant().plusMillis(100));
  }

  @Test
  void a_wish_for_a_day_is_cut_to_a_quarter_of_an_hour() {
    assertThat(gate.refused(Duration.ofDays(1))).isEqualTo(start.plus(Duration.ofMinutes(15)));
  }
}

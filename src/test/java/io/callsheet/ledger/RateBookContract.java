package io.callsheet.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callsheet.lane.RateGate;
import io.callsheet.model.Credits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

abstract class RateBookContract {

  private static final Duration INTERVAL = Duration.ofMillis(250);

  private final String gate = UUID.randomUUID().toString();

  abstract OpenLedger open();

  @Test
  void slots_lie_evenly_apart_from_now_on() {
    rates().open(gate);
    Instant now = open().clock().instant();
    assertThat(take(1)).isEqualTo(now);
    assertThat(take(3)).isEqualTo(now.plusMillis(250));
    assertThat(take(1)).isEqualTo(now.plusMillis(1_000));
  }

  @Test
  void slots_that_nobody_took_are_not_made_up_for() {
    rates().open(gate);
    take(1);
    open().clock().advance(Duration.ofMinutes(1));
    Instant now = open().clock().instant();
    assertThat(take(1)).isEqualTo(now);
    assertThat(take(1)).isEqualTo(now.plus(INTERVAL));
  }

  @Test
  void a_closed_gate_pushes_everybody_back_and_never_forward() {
    rates().open(gate);
    Instant until = open().clock().instant().plusSeconds(40);
    rates().close(gate, until);
    rates().close(gate, until.minusSeconds(30));
    assertThat(take(1)).isEqualTo(until);
    assertThat(take(1)).isEqualTo(until.plus(INTERVAL));
  }

  @Test
  void opening_a_gate_again_does_not_give_slots_back() {
    rates().open(gate);
    take(1);
    Instant next = take(1).plus(INTERVAL);
    rates().open(gate);
    assertThat(take(1)).isEqualTo(next);
  }

  @Test
  void a_gate_that_a_wrong_clock_has_closed_for_ages_opens_again() {
    rates().open(gate);
    Instant now = open().clock().instant();
    rates().close(gate, now.plus(RateBook.LONGEST_PAUSE));
    rates().open(gate);
    assertThat(take(1)).isEqualTo(now.plus(RateBook.LONGEST_PAUSE));
    rates().close(gate, now.plus(Duration.ofDays(300)));
    rates().open(gate);
    assertThat(take(1)).isEqualTo(now);
  }

  @Test
  void a_gate_that_was_never_made_is_a_bug_that_is_told() {
    assertThatThrownBy(() -> take(1)).hasMessageContaining("no gate " + gate);
  }

  @Test
  void many_takers_get_slots_of_their_own_without_a_gap() throws Exception {
    int takers = 40;
    Instant first = open().clock().instant();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<Instant>> taken = new ArrayList<>();
    for (int i = 0; i < takers; i++) {
      taken.add(
          threads.submit(
              () -> {
                rates().open(gate);
                return take(1);
              }));
    }
    Set<Instant> slots = new HashSet<>();
    for (Future<Instant> slot : taken) {
      slots.add(slot.get(1, TimeUnit.MINUTES));
    }
    threads.shutdown();
    Set<Instant> expected = new HashSet<>();
    for (int i = 0; i < takers; i++) {
      expected.add(first.plus(INTERVAL.multipliedBy(i)));
    }
    assertThat(slots).isEqualTo(expected);
  }

  @Test
  void a_level_is_kept_for_whoever_asks_next_and_comes_with_the_slots() {
    rates().open(gate);
    assertThat(rates().level(gate)).isEmpty();
    assertThat(rates().take(gate, INTERVAL, 4).level()).isNull();

    rates().keepLevel(gate, 540_000);
    Instant now = open().clock().instant();
    assertThat(rates().level(gate)).contains(540_000L);
    assertThat(rates().take(gate, INTERVAL, 1))
        .isEqualTo(new RateBook.Slots(now.plus(INTERVAL.multipliedBy(4)), 540_000L));
    assertThat(rates().level("another " + gate)).isEmpty();
  }

  @Test
  void a_level_outlives_closing_and_opening_the_gate() {
    rates().open(gate);
    rates().keepLevel(gate, 7_000);
    rates().close(gate, open().clock().instant().plusSeconds(5));
    rates().open(gate);
    rates().keepLevel(gate, 8_000);
    assertThat(rates().level(gate)).contains(8_000L);
  }

  @Test
  void two_gates_of_one_name_share_slots_and_what_one_of_them_found() {
    RateGate one = new RateGate(rates(), gate, 600, open().clock());
    RateGate other = new RateGate(rates(), gate, 600, open().clock());
    Instant first = one.take();
    assertThat(other.take()).as("after the block of the first").isEqualTo(first.plusMillis(500));
    other.refused(null);
    open().clock().advance(Duration.ofSeconds(1));

    one.take();
    Instant second = one.take();
    assertThat(Duration.between(second, one.take()).toMillis()).isEqualTo(111);
  }

  @Test
  void tasks_of_runs_that_somebody_works_on_are_counted_for_all_at_the_service() {
    Scene mine = Scene.staged(open(), Credits.of(1_000), 1);
    String origin = "https://" + gate + ".example";
    for (int i = 0; i < 3; i++) {
      Scene other = Scene.staged(open(), Credits.of(1_000), 2);
      PreviousRender.Service service =
          new PreviousRender.Service("vidgo", i < 2 ? origin : Scene.ORIGIN, "model");
      open().ledger().plans().renderedBy(other.id, service);
      other.rendering(1);
      if (i != 1) {
        open()
            .ledger()
            .owners()
            .take(
                other.id.job(), "", new Owner(1, "then", "here"), Duration.ofHours(1), any -> true);
      }
    }

    SubmitBook submits = open().ledger().submits();
    assertThat(submits.renderingElsewhere(mine.id, origin)).isEqualTo(1);
    open().clock().advance(Duration.ofHours(2));
    assertThat(submits.renderingElsewhere(mine.id, origin)).as("its owner is gone").isZero();
  }

  private RateBook rates() {
    return open().ledger().rates();
  }

  private Instant take(int count) {
    return rates().take(gate, INTERVAL, count).first();
  }
}

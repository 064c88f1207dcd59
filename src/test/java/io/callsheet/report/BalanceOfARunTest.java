package io.callsheet.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.ledger.BalanceBook.Reading;
import io.callsheet.model.Credits;
import io.callsheet.report.Summary.Balance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BalanceOfARunTest {
  @Test
  void a_run_that_was_never_read_has_none() {
    assertThat(Balance.of(List.of())).isNull();
  }

  @Test
  void what_left_the_account_is_what_was_charged() {
    assertThat(of(5000, 0, 3401, 1599)).isEqualTo(balance(5000, 0, 3401, 0));
  }

  @Test
  void a_top_up_between_two_readings_is_added() {
    assertThat(of(100, 0, 1000, 100, 700, 400)).isEqualTo(balance(100, 1000, 700, 0));
  }

  @Test
  void what_nobody_charged_is_unexplained() {
    assertThat(of(5000, 0, 4000, 900)).isEqualTo(balance(5000, 0, 4000, 100));
  }

  @Test
  void rounding_of_the_account_is_no_cause_for_alarm_and_more_is() {
    assertThat(of(5000, 0, 4000, 999).isOff()).isFalse();
    assertThat(of(5000, 0, 4000, 998).isOff()).isTrue();
  }

  @Test
  void what_is_booked_after_it_left_the_account_is_explained_and_no_top_up() {
    assertThat(of(5000, 0, 4919, 0, 4919, 81)).isEqualTo(balance(5000, 0, 4919, 0));
    assertThat(of(5000, 0, 4919, 0, 4900, 119)).isEqualTo(balance(5000, 19, 4900, 0));
  }

  @Test
  void a_top_up_does_not_hide_what_is_unexplained() {
    assertThat(of(5000, 0, 4919, 0, 5919, 0)).isEqualTo(balance(5000, 1000, 5919, 81));
  }

  @Test
  void charges_of_an_earlier_round_are_not_counted_again() {
    assertThat(of(1000, 500, 900, 600)).isEqualTo(balance(1000, 0, 900, 0));
  }

  @Test
  void the_books_close_whatever_was_read() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 500; i++) {
      long[] readings = new long[2 * random.nextInt(2, 6)];
      for (int j = 0; j < readings.length; j += 2) {
        readings[j] = random.nextLong(10_000);
        readings[j + 1] = (j == 0 ? 0 : readings[j - 1]) + random.nextLong(500);
      }
      Balance it = of(readings);
      Credits charged = Credits.of(readings[readings.length - 1] - readings[1]);
      assertThat(it.opening().plus(it.added()).minus(it.closing()))
          .isEqualTo(charged.plus(it.unexplained()));
      assertThat(it.added()).isGreaterThanOrEqualTo(Credits.ZERO);
      assertThat(it.unexplained()).isGreaterThanOrEqualTo(Credits.ZERO);
    }
  }

  /** Pairs of what the account held and what the run had been charged. */
  private static Balance of(long... pairs) {
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      readings.add(new Reading(Credits.of(pairs[i]), Credits.of(pairs[i + 1]), Instant.EPOCH));
    }
    return Balance.of(readings);
  }

  private static Balance balance(long opening, long added, long closing, long unexplained) {
    return new Balance(
        Credits.of(opening), Credits.of(added), Credits.of(closing), Credits.of(unexplained));
  }
}

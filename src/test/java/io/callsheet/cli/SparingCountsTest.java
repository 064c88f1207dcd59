package io.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.ledger.RowCounts;
import io.callsheet.model.RowState;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SparingCountsTest {
  private final AtomicLong now = new AtomicLong();
  private long cost;
  private long reads;
  private final SparingCounts counts =
      new SparingCounts(
          () -> {
            reads++;
            now.addAndGet(cost);
            return new RowCounts(Map.of(RowState.READY, reads), 0);
          },
          now::get);

  @Test
  void counts_that_cost_a_second_are_read_each_ten() {
    cost = 1_000;
    for (int second = 0; second < 100; second++) {
      counts.get();
      now.addAndGet(1_000);
    }
    assertThat(reads).isBetween(9L, 12L);
  }

  @Test
  void counts_that_cost_little_are_read_each_time() {
    cost = 1;
    for (int second = 0; second < 100; second++) {
      assertThat(counts.get().of(RowState.READY)).isEqualTo(second + 1);
      now.addAndGet(1_000);
    }
  }

  @Test
  void the_last_ones_are_read_whatever_they_cost() {
    cost = 1_000;
    counts.get();
    assertThat(counts.now().of(RowState.READY)).isEqualTo(2);
  }
}

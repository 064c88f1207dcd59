package io.callsheet.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.callsheet.model.Credits;
import io.callsheet.provider.BalanceOutcome;
import io.callsheet.testing.SettableClock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EarlyBalanceTest {
  private static final Duration MOMENT = Duration.ofMillis(1);

  private final SettableClock clock = new SettableClock();
  private final AtomicInteger asked = new AtomicInteger();
  private final EarlyBalance balance = new EarlyBalance(this::answer, clock);

  @Test
  void asks_at_once_and_does_not_wait() {
    CompletableFuture<BalanceOutcome> slow = new CompletableFuture<>();
    EarlyBalance patient = new EarlyBalance(() -> counted(slow.join()), clock);

    patient.ask();

    slow.complete(new BalanceOutcome.Known(Credits.of(7)));
    await().until(() -> asked.get() == 1);
    assertThat(patient.get()).isEqualTo(new BalanceOutcome.Known(Credits.of(7)));
    assertThat(asked).hasValue(1);
  }

  @Test
  void an_answer_of_a_while_ago_still_counts() {
    balance.ask();
    clock.advance(EarlyBalance.LONGEST_PLAN);

    assertThat(balance.get()).isEqualTo(new BalanceOutcome.Known(Credits.of(1)));
    assertThat(asked).hasValue(1);
  }

  @Test
  void after_a_long_plan_it_asks_again() {
    balance.ask();
    await().until(() -> asked.get() == 1);
    clock.advance(EarlyBalance.LONGEST_PLAN.plus(MOMENT));

    assertThat(balance.get()).isEqualTo(new BalanceOutcome.Known(Credits.of(2)));
  }

  @Test
  void asks_when_it_is_wanted_if_nobody_did_before() {
    assertThat(balance.get()).isEqualTo(new BalanceOutcome.Known(Credits.of(1)));
  }

  @Test
  void what_goes_wrong_early_is_thrown_where_the_answer_is_wanted() {
    EarlyBalance none =
        new EarlyBalance(
            () -> {
              throw new IllegalArgumentException("no key");
            },
            clock);
    none.ask();

    assertThatThrownBy(none::get).isInstanceOf(IllegalArgumentException.class).hasMessage("no key");
  }

  private BalanceOutcome answer() {
    return new BalanceOutcome.Known(Credits.of(asked.incrementAndGet()));
  }

  private BalanceOutcome counted(BalanceOutcome outcome) {
    asked.incrementAndGet();
    return outcome;
  }
}

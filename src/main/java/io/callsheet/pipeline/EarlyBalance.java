package io.callsheet.pipeline;

import io.callsheet.provider.BalanceOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks for the balance while the plan is made: the first call of a process takes its time. */
final class EarlyBalance {
  /** Of a plan that takes minutes, the gate wants to know what is there at its end. */
  static final Duration LONGEST_PLAN = Duration.ofSeconds(10);

  private final Supplier<BalanceOutcome> question;
  private final InstantSource clock;
  private @Nullable CompletableFuture<BalanceOutcome> asking;
  private Instant asked = Instant.MIN;

  EarlyBalance(Supplier<BalanceOutcome> question, InstantSource clock) {
    this.question = question;
    this.clock = clock;
  }

  /** Does not wait; what goes wrong is thrown by {@link #get}. */
  void ask() {
    asked = clock.instant();
    asking = CompletableFuture.supplyAsync(question);
  }

  /** Waits for the answer, or asks now if none is on its way that still counts. */
  BalanceOutcome get() {
    CompletableFuture<BalanceOutcome> early = asking;
    if (early == null || clock.instant().isAfter(asked.plus(LONGEST_PLAN))) {
      return question.get();
    }
    try {
      return early.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException trouble) {
        throw trouble;
      }
      throw e;
    }
  }
}

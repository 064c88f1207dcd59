package io.callsheet.wholerun;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Kills a process at the n-th time that a moment comes. */
final class Trap implements Watcher {
  private final Moment moment;
  private final AtomicInteger left;
  private final CompletableFuture<Child> victim = new CompletableFuture<>();
  private final AtomicReference<String> sprungBy = new AtomicReference<>();

  Trap(Moment moment, int nth) {
    this.moment = moment;
    this.left = new AtomicInteger(nth);
  }

  void arm(Child child) {
    victim.complete(child);
  }

  @Override
  public void at(Moment now, String prompt) {
    if (now == moment && left.decrementAndGet() == 0) {
      // Told first: whoever waits for the process looks as soon as it is gone.
      sprungBy.set(prompt);
      victim.join().kill();
    }
  }

  /** The prompt of the row at which it killed; empty if it did not. */
  Optional<String> sprungBy() {
    return Optional.ofNullable(sprungBy.get());
  }
}

package io.callsheet.lane;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The brake of one execution: every lane looks at it before it begins anything. */
public final class RunControl {
  private final Bell bell = new Bell();
  private final InstantSource clock;
  private final AtomicReference<Pause> pause = new AtomicReference<>();
  private volatile boolean stopping;

  public RunControl(InstantSource clock) {
    this.clock = clock;
  }

  public Bell bell() {
    return bell;
  }

  /** Ends the execution within seconds; everything goes on at resume. */
  public void stop() {
    stopping = true;
    bell.ring();
  }

  /** Nothing new is submitted; the first reason is the one that is told. */
  public void pause(Pause reason) {
    pause.compareAndSet(null, reason);
    if (reason.kind().isAtOnce()) {
      stopping = true;
    }
    bell.ring();
  }

  public Optional<Pause> pause() {
    return Optional.ofNullable(pause.get());
  }

  /** Whether lanes should end as soon as they can. */
  public boolean isStopping() {
    return stopping;
  }

  /** Whether nothing new may be begun; what is in flight is still followed unless stopping. */
  public boolean isDraining() {
    return stopping || pause.get() != null;
  }

  /** Waits for an instant; false as soon as nothing new may be begun. */
  public boolean awaitUnlessDraining(Instant until) throws InterruptedException {
    return await(until, false);
  }

  /** Waits for an instant; false as soon as the execution is to end. */
  public boolean awaitUnlessStopping(Instant until) throws InterruptedException {
    return await(until, true);
  }

  private boolean await(Instant until, boolean throughDrain) throws InterruptedException {
    while (true) {
      long seen = bell.rings();
      if (stopping || (!throughDrain && isDraining())) {
        return false;
      }
      Duration left = Duration.between(clock.instant(), until);
      if (left.isZero() || left.isNegative()) {
        return true;
      }
      bell.await(seen, left);
    }
  }
}

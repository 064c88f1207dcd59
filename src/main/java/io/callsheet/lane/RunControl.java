package io.callsheet.lane;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The brake of one execution: every lane looks at it before it begins anything. */
public final class RunControl {
  private final Bell brake = new Bell();
  private final Bells bells = new Bells();
  private final InstantSource clock;
  private final AtomicReference<Pause> pause = new AtomicReference<>();
  private volatile boolean stopRequested;
  private volatile boolean leaving;
  private volatile boolean stopping;

  public RunControl(InstantSource clock) {
    this.clock = clock;
  }

  /** Where lanes wake each other. */
  public Bells bells() {
    return bells;
  }

  /** Ends the execution within seconds; everything goes on at resume. */
  public void stop() {
    stopRequested = true;
    leaving = true;
    stopping = true;
    wakeAll();
  }

  /** Whether somebody asked for the end, whatever else there was. */
  public boolean isStopRequested() {
    return stopRequested;
  }

  /** Nothing new is submitted; the first reason is the one that is told. */
  public void pause(Pause reason) {
    pause.compareAndSet(null, reason);
    switch (reason.kind().reach()) {
      case DRAIN -> {}
      case REPORTS -> leaving = true;
      case NOTHING -> {
        leaving = true;
        stopping = true;
      }
    }
    wakeAll();
  }

  private void wakeAll() {
    brake.ring();
    bells.ringAll();
  }

  public Optional<Pause> pause() {
    return Optional.ofNullable(pause.get());
  }

  /** Whether the execution ends here, without settling and reports. */
  public boolean isStopping() {
    return stopping;
  }

  /** Whether lanes end as soon as they can, whatever is in flight. */
  boolean isLeaving() {
    return leaving;
  }

  /** Whether nothing new may be begun; what is in flight is still followed unless leaving. */
  public boolean isDraining() {
    return leaving || pause.get() != null;
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
    long began = System.nanoTime();
    Duration whole = Duration.between(clock.instant(), until);
    while (true) {
      long seen = brake.rings();
      if (leaving || (!throughDrain && isDraining())) {
        return false;
      }
      Duration left = Duration.between(clock.instant(), until);
      // A wall clock that is set back must not make anybody wait for it to catch up.
      Duration waited = Duration.ofNanos(System.nanoTime() - began);
      if (left.isZero() || left.isNegative() || waited.compareTo(whole) >= 0) {
        return true;
      }
      brake.await(seen, left.compareTo(whole) > 0 ? whole : left);
    }
  }
}

package io.callsheet.submit;

import io.callsheet.lane.Pause;
import io.callsheet.lane.RunControl;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Holds submissions back when several in a row have an unknown outcome: each might be paid for
 * nothing. From time to time the balance call, which is free, shows whether the service answers
 * again, and then one row may go.
 */
public final class DoubtBrake {
  private static final int IN_A_ROW = 5;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final RunControl control;
  private final InstantSource clock;
  private int doubts;
  private boolean on;
  private Instant since = Instant.MIN;
  private Instant next = Instant.MIN;
  private Duration wait = FIRST_WAIT;

  public DoubtBrake(RunControl control, InstantSource clock) {
    this.control = control;
    this.clock = clock;
  }

  /** Whether only a probe may go out. */
  synchronized boolean isOn() {
    return on;
  }

  /** How many rows may be begun: {@code free} without the brake, one probe at a time with it. */
  synchronized int room(int free, int atWork) {
    if (!on) {
      return free;
    }
    boolean due = !clock.instant().isBefore(next);
    return due && atWork == 0 ? Math.min(free, 1) : 0;
  }

  /** Whether a row that was begun may still go out: with the brake on only as a probe. */
  synchronized boolean admits() {
    return !on || !clock.instant().isBefore(next);
  }

  /** A submission ended in doubt. */
  synchronized void doubt(String message) {
    doubts++;
    if (on) {
      failed(message);
    } else if (doubts >= IN_A_ROW) {
      on = true;
      since = clock.instant();
      wait = FIRST_WAIT;
      next = since.plus(wait);
    }
  }

  /** A probe showed that the service is not back. */
  synchronized void failed(String message) {
    Instant now = clock.instant();
    wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
    next = now.plus(wait);
    if (Duration.between(since, now).compareTo(PATIENCE) >= 0) {
      control.pause(
          new Pause(
              Pause.Kind.SERVICE,
              doubts
                  + " submissions in a row have an unknown outcome, and the service does not"
                  + " recover: "
                  + message));
    }
  }

  /** The service said something clear about a submission. */
  synchronized void clear() {
    doubts = 0;
    on = false;
  }
}

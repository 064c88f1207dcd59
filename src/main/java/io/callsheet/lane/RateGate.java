package io.callsheet.lane;

import io.callsheet.ledger.RateBook;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Lets calls of one kind pass at an even rate, holds everybody back when the service asks for it,
 * and finds the rate that the service bears.
 */
public final class RateGate {
  /** Slots are taken from the ledger for so long at once: not a commit for each call. */
  private static final Duration BLOCK = Duration.ofMillis(500);

  private static final Duration AHEAD = Duration.ofMillis(100);

  private final Semaphore turnstile = new Semaphore(1, true);
  private final RateBook book;
  private final String name;
  private final long perMinute;
  private final Pace pace;
  private final InstantSource clock;
  private int refusals;
  private Instant closedUntil = Instant.MIN;
  private Instant next = Instant.MIN;
  private Instant end = Instant.MIN;

  /** The level in the ledger, and ours when we last wrote or read it. */
  private @Nullable Long kept;

  private long agreed;

  /**
   * @param name tells gates apart; the same one in every process that uses the same account
   * @param perMinute calls that may pass in a minute
   */
  public RateGate(RateBook book, String name, int perMinute, InstantSource clock) {
    this.book = book;
    this.name = name;
    this.clock = clock;
    this.perMinute = perMinute;
    book.open(name);
    this.kept = book.level(name).orElse(null);
    this.pace = new Pace(perMinute * 1000L, kept == null ? perMinute * 1000L : kept);
    this.agreed = pace.level();
  }

  /** How many calls must be able to wait for their answers at once, if one takes a second. */
  public int width(int least, int most) {
    return (int) Math.max(least, Math.min(most, perMinute / 60));
  }

  /**
   * Lets a call pass at the next free slot; false if the wait for it ended first.
   *
   * <p>Nobody takes a slot long before it comes: what is learned meanwhile would reach only those
   * that follow. One that a refusal has overtaken is given up for a later one.
   */
  public boolean pass(Waiting waiting) throws InterruptedException {
    while (true) {
      Instant slot;
      turnstile.acquire();
      try {
        slot = take();
        boolean far = slot.isAfter(clock.instant().plus(AHEAD));
        if (far && !waiting.until(slot)) {
          return false;
        }
      } finally {
        turnstile.release();
      }
      if (!waiting.until(slot)) {
        return false;
      }
      if (!isOvertaken(slot)) {
        return true;
      }
    }
  }

  private synchronized boolean isOvertaken(Instant slot) {
    // A pause that ends later than any may was made before the clock was set back.
    return slot.isBefore(closedUntil)
        && !closedUntil.isAfter(clock.instant().plus(RateBook.LONGEST_PAUSE));
  }

  /** Takes the next free slot: when a call may go out. */
  public synchronized Instant take() {
    Instant now = clock.instant();
    Duration interval = pace.interval();
    // Slots that passed by unused are no reason for a burst.
    Instant slot = next.isAfter(now) ? next : now;
    boolean setBack = slot.isAfter(now.plus(RateBook.LONGEST_PAUSE).plus(BLOCK).plus(interval));
    if (!slot.isBefore(end) || setBack) {
      int count = (int) Math.max(1, BLOCK.dividedBy(interval));
      keepLevel();
      RateBook.Slots slots = book.take(name, interval, count);
      slot = slots.first();
      end = slot.plus(interval.multipliedBy(count));
      adopt(slots.level());
    }
    next = slot.plus(interval);
    return slot;
  }

  /** A small change of the level is not worth a commit. */
  private void keepLevel() {
    if (Math.abs(pace.level() - agreed) > agreed / 20) {
      agreed = pace.level();
      kept = agreed;
      book.keepLevel(name, agreed);
    }
  }

  /** Another process has found a level since: its refusals are ours, for slots are shared. */
  private void adopt(@Nullable Long level) {
    if (level != null && !level.equals(kept)) {
      pace.adopt(level);
      agreed = pace.level();
    }
    kept = level;
  }

  /** Whether a refusal still holds everybody back. */
  public synchronized boolean isClosed() {
    return !closedUntil.isBefore(clock.instant());
  }

  /** A call was answered as it should be. */
  public synchronized void passed() {
    refusals = 0;
    pace.passed();
  }

  /**
   * Holds everybody back: as long as the service asked for, or longer with each refusal in a row.
   * Calls that were under way together count as one. Returns when the gate opens again.
   */
  public Instant refused(@Nullable Duration retryAfter) {
    return close(retryAfter, true);
  }

  /** The same for what says nothing about the rate, such as a service that cannot be reached. */
  public Instant unanswered(@Nullable Duration retryAfter) {
    return close(retryAfter, false);
  }

  /** What was refused since a call passed last was not refused for coming too fast. */
  public synchronized void acquitted() {
    refusals = 0;
    pace.acquitted();
    keepLevel();
  }

  private synchronized Instant close(@Nullable Duration retryAfter, boolean tooFast) {
    Instant now = clock.instant();
    if (closedUntil.isBefore(now)) {
      refusals++;
      if (tooFast) {
        pace.refused();
        keepLevel();
      }
    }
    Duration pause = Backoff.after(refusals - 1L);
    if (retryAfter != null && retryAfter.compareTo(pause) > 0) {
      pause =
          retryAfter.compareTo(RateBook.LONGEST_PAUSE) > 0 ? RateBook.LONGEST_PAUSE : retryAfter;
    }
    Instant until = now.plus(pause);
    closedUntil = closedUntil.isAfter(until) ? closedUntil : until;
    end = Instant.MIN;
    book.close(name, closedUntil);
    return closedUntil;
  }

  /** A wait that something else may end. */
  @FunctionalInterface
  public interface Waiting {
    /** Returns at the instant; false as soon as there is no use in waiting for it. */
    boolean until(Instant instant) throws InterruptedException;
  }
}

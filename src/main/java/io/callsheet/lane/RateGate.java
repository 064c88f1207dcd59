package io.callsheet.lane;

import io.callsheet.ledger.RateBook;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Lets calls of one kind pass at an even rate, and holds everybody back when the service asks for
 * it.
 */
public final class RateGate {
  private final RateBook book;
  private final String name;
  private final Duration interval;
  private final InstantSource clock;
  private int refusals;
  private Instant closedUntil = Instant.MIN;

  /**
   * @param name tells gates apart; the same one in every process that uses the same account
   * @param perMinute calls that may pass in a minute
   */
  public RateGate(RateBook book, String name, int perMinute, InstantSource clock) {
    this.book = book;
    this.name = name;
    this.interval = Duration.ofMinutes(1).dividedBy(perMinute);
    this.clock = clock;
    book.open(name);
  }

  /** Takes the next free slot: when a call may go out. */
  public Instant take() {
    return book.take(name, interval, 1);
  }

  /** A call was answered as it should be. */
  public synchronized void passed() {
    refusals = 0;
  }

  /**
   * Holds everybody back: as long as the service asked for, or longer with each refusal in a row.
   * Calls that were under way together count as one. Returns when the gate opens again.
   */
  public synchronized Instant refused(@Nullable Duration retryAfter) {
    Instant now = clock.instant();
    if (closedUntil.isBefore(now)) {
      refusals++;
    }
    Duration pause = Backoff.after(refusals - 1L);
    if (retryAfter != null && retryAfter.compareTo(pause) > 0) {
      pause =
          retryAfter.compareTo(RateBook.LONGEST_PAUSE) > 0 ? RateBook.LONGEST_PAUSE : retryAfter;
    }
    Instant until = now.plus(pause);
    closedUntil = closedUntil.isAfter(until) ? closedUntil : until;
    book.close(name, closedUntil);
    return closedUntil;
  }
}

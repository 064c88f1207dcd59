package io.callsheet.lane;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One of the four live stages. Lanes meet only through the ledger, and where they share the
 * service's places.
 *
 * @param <R> a row to work on
 * @param <D> what became of it
 */
public interface Lane<R, D> {
  String name();

  /** How many rows may be at work at once. */
  int width();

  /** The row's number: the same row is never at work twice in one lane. */
  long rowNo(R row);

  /** The lanes that may have work once this one has recorded something; by name. */
  default Set<String> feeds() {
    return Set.of();
  }

  /** How many more rows may be begun now that {@code atWork} are. */
  default int room(int atWork) {
    return width() - atWork;
  }

  /** Whether the lane begins anything while nothing new is submitted. */
  boolean worksWhileDraining();

  /** Up to {@code limit} rows that are due, most urgent first. Changes nothing. */
  List<R> claim(int limit);

  /** Rows may have come for the lane since it last looked into the ledger. */
  default void news() {}

  /** Whether the lane knows rows, without asking the ledger, that it will work on again. */
  default boolean isWatching() {
    return false;
  }

  /**
   * Rows to claim beyond those for which there is room, to be begun within a second: only where
   * work on a row that has moved since does no harm.
   */
  default int ahead() {
    return 0;
  }

  /** How long to leave the ledger alone between two looks into it, whoever rings. */
  default Duration pace() {
    return Duration.ZERO;
  }

  /**
   * Does the lane's work for one row; called on a thread of the lane, outside any transaction.
   *
   * @return null if there is nothing to record: the row is where it was
   */
  @Nullable D work(R row) throws InterruptedException;

  /**
   * How long an outcome may wait for others at work, to be recorded together with them; zero for
   * all that anybody waits for or that would cost something to find out again.
   */
  default Duration keep(D done) {
    return Duration.ZERO;
  }

  /** Writes down what became of rows. */
  void record(List<D> done);

  /** When the next row is due that is not due yet. */
  Optional<Instant> nextDue();

  /** How long rows at work may go on after a stop before the lane stops waiting for them. */
  Duration patience();
}

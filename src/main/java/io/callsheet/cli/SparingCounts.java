package io.callsheet.cli;

import io.callsheet.ledger.RowCounts;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts of a run's rows that cost no more than a tenth of the time: a million rows take a second
 * to count, and they are asked for each second.
 */
final class SparingCounts {
  private static final int SHARE = 10;

  private final Supplier<RowCounts> source;
  private final LongSupplier nanos;
  private @Nullable RowCounts latest;
  private long readAt;
  private long took;

  /**
   * @param nanos a clock that never goes back
   */
  SparingCounts(Supplier<RowCounts> source, LongSupplier nanos) {
    this.source = source;
    this.nanos = nanos;
  }

  /** The latest that may be had by now. */
  RowCounts get() {
    RowCounts known = latest;
    return known == null || nanos.getAsLong() - readAt >= took * (SHARE - 1) ? now() : known;
  }

  /** Whatever it costs. */
  RowCounts now() {
    long start = nanos.getAsLong();
    RowCounts read = source.get();
    readAt = nanos.getAsLong();
    took = readAt - start;
    latest = read;
    return read;
  }
}

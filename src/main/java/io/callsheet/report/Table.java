package io.callsheet.report;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of rows that is there whole or not at all: it is written under a temporary name until
 * {@link #finish}.
 */
interface Table extends Closeable {
  /**
   * Adds a row. A {@link Number} stays a number, and an {@link java.time.Instant} a time, where the
   * format knows them; all else is text; null is an empty cell.
   */
  void row(List<? extends @Nullable Object> cells) throws IOException;

  /** The sums of all rows, where the format is for people. */
  void total(List<? extends @Nullable Object> cells) throws IOException;

  /** Puts the file in place. */
  void finish() throws IOException;

  /** Gives up whatever is not finished. */
  @Override
  void close() throws IOException;
}

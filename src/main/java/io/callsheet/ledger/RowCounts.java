package io.callsheet.ledger;

import io.callsheet.model.RowState;
import java.util.Map;

/**
 * How many rows of a run stand where.
 *
 * @param overdue of those that are RENDERING
 */
public record RowCounts(Map<RowState, Long> byState, long overdue) {
  public RowCounts {
    byState = Map.copyOf(byState);
  }

  public long of(RowState state) {
    return byState.getOrDefault(state, 0L);
  }

  public long total() {
    return byState.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Rows that have not ended and are not in doubt. */
  public long open() {
    return byState.entrySet().stream()
        .filter(e -> !e.getKey().isEnd() && e.getKey() != RowState.IN_DOUBT)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /**
   * Tasks that the service may charge at any moment; an overdue one holds no place (states, Row).
   */
  public long inFlight() {
    return of(RowState.SUBMITTING) + of(RowState.RENDERING) - overdue;
  }

  public long ended() {
    return byState.entrySet().stream()
        .filter(e -> e.getKey().isEnd())
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}

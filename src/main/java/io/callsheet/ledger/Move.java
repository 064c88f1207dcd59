package io.callsheet.ledger;

import io.callsheet.model.ChargeBasis;
import io.callsheet.model.Credits;
import io.callsheet.model.RowState;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One step of a row from a state to another, with what else becomes known by it. */
final class Move {
  final RowState from;
  final RowState to;
  private final Map<String, @Nullable Object> columns = new LinkedHashMap<>();
  private Credits charge = Credits.ZERO;
  private @Nullable Long attempt;

  private Move(RowState from, RowState to) {
    this.from = from;
    this.to = to;
  }

  /**
   * @throws IllegalStateException if the table of legal moves has no such move: a bug
   */
  static Move of(RowState from, RowState to) {
    if (!from.canBecome(to)) {
      throw new IllegalStateException(from + " cannot become " + to);
    }
    return new Move(from, to);
  }

  /** Only while this is the row's latest attempt: late news of an older one must not move it. */
  Move during(long no) {
    attempt = no;
    return this;
  }

  @Nullable Long attempt() {
    return attempt;
  }

  Move set(String column, @Nullable Object value) {
    columns.put(column, value instanceof Enum<?> constant ? constant.name() : value);
    return this;
  }

  /** Adds to what the row has cost: one that is run again by force pays again. */
  Move charge(Credits amount, ChargeBasis basis) {
    charge = amount;
    return set("basis", basis);
  }

  Credits charge() {
    return charge;
  }

  Map<String, @Nullable Object> columns() {
    return columns;
  }
}

package io.callsheet.ledger;

import io.callsheet.model.RunId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A move as an update of one row, which changes nothing if the row is no longer where it begins.
 *
 * @param sql the same for moves that know the same columns, so that they can go together
 */
record MoveStatement(String sql, List<@Nullable Object> values) {

  static MoveStatement of(RunId run, long rowNo, Move move) {
    StringBuilder sql =
        new StringBuilder("UPDATE run_row SET state = ?, charged = charged + ?, tries = 0");
    List<@Nullable Object> values = new ArrayList<>();
    values.add(move.to.name());
    values.add(move.charge().thousandths());
    move.columns()
        .forEach(
            (column, value) -> {
              sql.append(", ").append(column).append(" = ?");
              values.add(value);
            });
    sql.append(" WHERE run_id = ? AND row_no = ? AND state = ?");
    values.add(run.toString());
    values.add(rowNo);
    values.add(move.from.name());
    if (move.attempt() != null) {
      sql.append(" AND attempt = ?");
      values.add(move.attempt());
    }
    return new MoveStatement(sql.toString(), values);
  }
}

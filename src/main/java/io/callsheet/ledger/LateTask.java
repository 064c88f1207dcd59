package io.callsheet.ledger;

import io.callsheet.model.Credits;
import io.callsheet.model.Resolution;
import io.callsheet.model.RowKey;
import io.callsheet.model.TaskId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A task that turned up when its attempt had been closed as not taken or written off.
 *
 * @param attempt number of the row's attempt
 * @param origin of the service that has it
 * @param expected length of the performance
 * @param booked credits charged for the attempt when it was closed
 * @param adjusted what its end added to them; null while it is not known
 */
public record LateTask(
    long rowNo,
    RowKey key,
    long attempt,
    TaskId task,
    String origin,
    Duration expected,
    Resolution resolution,
    Credits booked,
    @Nullable Credits adjusted) {

  static LateTask read(ResultSet rs, int n) throws SQLException {
    return new LateTask(
        rs.getLong("row_no"),
        new RowKey(rs.getString("row_key")),
        rs.getLong("no"),
        new TaskId(rs.getString("task_id")),
        rs.getString("origin"),
        Duration.ofMillis(rs.getLong("expected_ms")),
        Resolution.valueOf(rs.getString("resolution")),
        Columns.credits(rs, "booked"),
        Columns.optionalCredits(rs, "adjusted"));
  }
}

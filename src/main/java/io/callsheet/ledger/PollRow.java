package io.callsheet.ledger;

import io.callsheet.model.Credits;
import io.callsheet.model.Resolution;
import io.callsheet.model.RowKey;
import io.callsheet.model.TaskId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * A row whose task is to be asked for.
 *
 * @param expected length of the performance
 * @param reserved credits that its attempt holds
 * @param polls made so far for this task
 * @param retries used so far
 */
public record PollRow(
    long no,
    RowKey key,
    long attempt,
    TaskId task,
    Instant submittedAt,
    Duration expected,
    Resolution resolution,
    Credits reserved,
    long polls,
    long retries,
    boolean overdue) {

  public PollRow askedOnceMore() {
    return new PollRow(
        no,
        key,
        attempt,
        task,
        submittedAt,
        expected,
        resolution,
        reserved,
        polls + 1,
        retries,
        overdue);
  }

  static PollRow read(ResultSet rs, int n) throws SQLException {
    return new PollRow(
        rs.getLong("row_no"),
        new RowKey(rs.getString("row_key")),
        rs.getLong("attempt"),
        new TaskId(rs.getString("task_id")),
        Columns.requiredInstant(rs, "submitted_at"),
        Duration.ofMillis(rs.getLong("expected_ms")),
        Resolution.valueOf(rs.getString("resolution")),
        Columns.credits(rs, "estimate"),
        rs.getLong("tries"),
        rs.getLong("retries"),
        rs.getBoolean("overdue"));
  }
}

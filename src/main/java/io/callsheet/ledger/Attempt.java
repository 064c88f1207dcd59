package io.callsheet.ledger;

import io.callsheet.model.AttemptState;
import io.callsheet.model.Credits;
import io.callsheet.model.TaskId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One submission of a row.
 *
 * @param no counts the row's attempts from 1
 * @param epoch of the owner who wrote the intent
 * @param token unguessable; a callback that knows it belongs to this attempt
 * @param requestHash SHA-256 over the content of the request
 */
public record Attempt(
    long rowNo,
    long no,
    AttemptState state,
    long epoch,
    String token,
    String requestHash,
    Credits reserved,
    String origin,
    @Nullable TaskId task,
    @Nullable String message,
    Instant intentAt) {

  static Attempt read(ResultSet rs, int n) throws SQLException {
    String task = rs.getString("task_id");
    return new Attempt(
        rs.getLong("row_no"),
        rs.getLong("no"),
        AttemptState.valueOf(rs.getString("state")),
        rs.getLong("epoch"),
        rs.getString("token"),
        rs.getString("request_hash"),
        Columns.credits(rs, "reserved"),
        rs.getString("origin"),
        task == null ? null : new TaskId(task),
        rs.getString("message"),
        Columns.requiredInstant(rs, "intent_at"));
  }
}

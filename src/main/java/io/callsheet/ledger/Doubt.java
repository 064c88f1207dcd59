package io.callsheet.ledger;

import io.callsheet.model.Credits;
import io.callsheet.model.RowKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row that needs a person's decision, with the evidence there is.
 *
 * @param overdue a known task that has not ended for too long; else a submission of unknown outcome
 * @param attempt what is known of its latest submission
 * @param character the references that were sent, as the manifest spells them
 */
public record Doubt(
    long rowNo,
    RowKey key,
    boolean overdue,
    Attempt attempt,
    int http,
    @Nullable Instant answeredAt,
    String character,
    String performance,
    @Nullable String prompt,
    Credits estimate) {

  static Doubt read(ResultSet rs, int n) throws SQLException {
    return new Doubt(
        rs.getLong("row_no"),
        new RowKey(rs.getString("row_key")),
        rs.getBoolean("overdue"),
        Attempt.read(rs, n),
        rs.getInt("http"),
        Columns.instant(rs, "answered_at"),
        rs.getString("character_ref"),
        rs.getString("performance_ref"),
        rs.getString("prompt"),
        Columns.credits(rs, "estimate"));
  }
}

package io.callsheet.ledger;

import io.callsheet.model.RowKey;
import io.callsheet.model.Sha256;
import io.callsheet.model.TaskId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A row whose render is to be brought into place.
 *
 * @param video its name below {@code videos/}
 * @param expected length of the performance
 * @param tries made so far
 * @param announced digest of the file that was about to be moved into place, if it came that far
 */
public record CollectRow(
    long no,
    RowKey key,
    Source source,
    String video,
    Duration expected,
    long tries,
    @Nullable Sha256 announced) {

  static CollectRow read(ResultSet rs, int n) throws SQLException {
    String sha256 = rs.getString("sha256");
    return new CollectRow(
        rs.getLong("row_no"),
        new RowKey(rs.getString("row_key")),
        source(rs, n),
        rs.getString("video"),
        Duration.ofMillis(rs.getLong("expected_ms")),
        rs.getLong("tries"),
        sha256 == null ? null : new Sha256(sha256));
  }

  private static Source source(ResultSet rs, int n) throws SQLException {
    if (rs.getString("reuse_run") != null) {
      return new Earlier(EarlierRender.read(rs, n));
    }
    return new Task(new TaskId(rs.getString("task_id")), URI.create(rs.getString("video_url")));
  }

  /** Where the video comes from. */
  public sealed interface Source {}

  /**
   * The service.
   *
   * @param file where it was last said to be
   */
  public record Task(TaskId id, URI file) implements Source {}

  /** An earlier render of the same content. */
  public record Earlier(EarlierRender render) implements Source {}
}

package io.callsheet.ledger;

import io.callsheet.model.ChargeBasis;
import io.callsheet.model.Credits;
import io.callsheet.model.FailureClass;
import io.callsheet.model.NotRun;
import io.callsheet.model.PlanAction;
import io.callsheet.model.RenderLength;
import io.callsheet.model.Resolution;
import io.callsheet.model.RowKey;
import io.callsheet.model.RowState;
import io.callsheet.model.Sha256;
import io.callsheet.model.TaskId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as the reports show it.
 *
 * @param reason what went wrong, or where its video came from
 * @param plannedReason why the plan decided as it did
 * @param attempts all of them, oldest first
 */
public record ReportRow(
    long no,
    long line,
    RowKey key,
    List<String> cells,
    @Nullable String character,
    @Nullable String performance,
    @Nullable Resolution resolution,
    String client,
    String campaign,
    RowState state,
    boolean overdue,
    @Nullable PlanAction action,
    @Nullable NotRun notRun,
    @Nullable FailureClass failure,
    @Nullable String reason,
    @Nullable String plannedReason,
    @Nullable Duration expected,
    @Nullable Credits estimate,
    @Nullable String video,
    @Nullable TaskId task,
    @Nullable String videoUrl,
    Credits charged,
    @Nullable ChargeBasis basis,
    @Nullable Sha256 sha256,
    @Nullable Duration rendered,
    @Nullable Instant submittedAt,
    @Nullable Instant finishedAt,
    List<Attempt> attempts) {
  public ReportRow {
    cells = List.copyOf(cells);
    attempts = List.copyOf(attempts);
  }

  /** Whether it has a video that ends well before its performance. */
  public boolean isShort() {
    boolean delivered = state == RowState.SUCCEEDED || state == RowState.REUSED;
    return delivered
        && rendered != null
        && expected != null
        && new RenderLength(rendered, expected).isShort();
  }

  static ReportRow read(ResultSet rs, List<Attempt> attempts) throws SQLException {
    String resolution = rs.getString("resolution");
    String task = rs.getString("task_id");
    String sha256 = rs.getString("sha256");
    return new ReportRow(
        rs.getLong("row_no"),
        rs.getLong("line"),
        new RowKey(rs.getString("row_key")),
        Cells.read(rs.getString("cells")),
        rs.getString("character_ref"),
        rs.getString("performance_ref"),
        resolution == null ? null : Resolution.valueOf(resolution),
        rs.getString("client"),
        rs.getString("campaign"),
        RowState.valueOf(rs.getString("state")),
        rs.getBoolean("overdue"),
        Columns.optional(PlanAction.class, rs, "action"),
        Columns.optional(NotRun.class, rs, "not_run"),
        Columns.optional(FailureClass.class, rs, "failure"),
        rs.getString("reason"),
        rs.getString("planned_reason"),
        Columns.optionalMillis(rs, "expected_ms"),
        Columns.optionalCredits(rs, "estimate"),
        rs.getString("video"),
        task == null ? null : new TaskId(task),
        rs.getString("video_url"),
        Columns.credits(rs, "charged"),
        Columns.optional(ChargeBasis.class, rs, "basis"),
        sha256 == null ? null : new Sha256(sha256),
        Columns.optionalMillis(rs, "rendered_ms"),
        Columns.instant(rs, "submitted_at"),
        Columns.instant(rs, "finished_at"),
        attempts);
  }
}

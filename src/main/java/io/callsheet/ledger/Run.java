package io.callsheet.ledger;

import io.callsheet.model.Credits;
import io.callsheet.model.RunId;
import io.callsheet.model.RunPhase;
import io.callsheet.model.Sha256;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run as the ledger knows it.
 *
 * @param label empty without one
 * @param round 1 for the first pass, one more for each redrive
 * @param inputs digest of the frozen inputs
 * @param reuse whether earlier renders of the same content are delivered again
 * @param header the manifest's columns; empty until it is imported
 * @param manifestSource path or address that its copy was taken from; null for a run of an older
 *     version
 * @param approval null while nobody has approved the plan by name
 * @param stopRequested whether somebody at another terminal asked its owner to stop
 * @param lastExit exit code of the last execution; null before its end
 */
public record Run(
    RunId id,
    String label,
    long round,
    RunPhase phase,
    Sha256 inputs,
    Sha256 manifest,
    Path jobFile,
    Path output,
    String selection,
    boolean reuse,
    List<String> header,
    long epoch,
    Credits cap,
    Credits reserved,
    Credits charged,
    @Nullable String manifestSource,
    @Nullable Approval approval,
    boolean stopRequested,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Integer lastExit) {
  public Run {
    header = List.copyOf(header);
  }

  static Run read(ResultSet rs, int n) throws SQLException {
    int exit = rs.getInt("last_exit");
    Integer lastExit = rs.wasNull() ? null : exit;
    return new Run(
        new RunId(rs.getString("job"), rs.getLong("n")),
        rs.getString("label"),
        rs.getLong("round"),
        RunPhase.valueOf(rs.getString("phase")),
        new Sha256(rs.getString("inputs")),
        new Sha256(rs.getString("manifest_sha256")),
        Path.of(rs.getString("job_file")),
        Path.of(rs.getString("output")),
        rs.getString("selection"),
        rs.getBoolean("reuse"),
        Cells.read(rs.getString("header")),
        rs.getLong("epoch"),
        Columns.credits(rs, "cap"),
        Columns.credits(rs, "reserved"),
        Columns.credits(rs, "charged"),
        rs.getString("manifest_file"),
        approval(rs),
        rs.getBoolean("stop_requested"),
        Columns.requiredInstant(rs, "created_at"),
        Columns.instant(rs, "started_at"),
        Columns.instant(rs, "ended_at"),
        lastExit);
  }

  private static @Nullable Approval approval(ResultSet rs) throws SQLException {
    String by = rs.getString("approved_by");
    return by == null
        ? null
        : new Approval(
            by,
            Columns.requiredInstant(rs, "approved_at"),
            Columns.optionalCredits(rs, "approved_credits"));
  }

  /**
   * Who let the plan be spent.
   *
   * @param credits that the plan came to; null for an approval given to an older version
   */
  public record Approval(String by, Instant at, @Nullable Credits credits) {}
}

package io.callsheet.ledger;

import io.callsheet.model.Anew;
import io.callsheet.model.AssetFacts;
import io.callsheet.model.Orientation;
import io.callsheet.model.Resolution;
import io.callsheet.model.RowKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row that {@code planRows} has to decide on.
 *
 * @param line of the manifest
 * @param performanceLine where the performance stands when it has a file of its own; else 0
 * @param imageProblem why its image cannot be used; exactly one of problem and facts is there
 * @param videoProblem likewise
 * @param anew who wants it rendered whatever exists; null for nobody
 */
public record UnplannedRow(
    long no,
    long line,
    long performanceLine,
    RowKey key,
    List<String> cells,
    String character,
    String performance,
    @Nullable AssetFacts image,
    @Nullable String imageProblem,
    @Nullable AssetFacts video,
    @Nullable String videoProblem,
    Orientation orientation,
    Resolution resolution,
    @Nullable String prompt,
    @Nullable Anew anew) {
  public UnplannedRow {
    cells = List.copyOf(cells);
  }

  static UnplannedRow read(ResultSet rs, int n) throws SQLException {
    return new UnplannedRow(
        rs.getLong("row_no"),
        rs.getLong("line"),
        rs.getLong("performance_line"),
        new RowKey(rs.getString("row_key")),
        Cells.read(rs.getString("cells")),
        rs.getString("character_ref"),
        rs.getString("performance_ref"),
        AssetBook.facts(rs, "c_"),
        rs.getString("c_problem"),
        AssetBook.facts(rs, "p_"),
        rs.getString("p_problem"),
        Orientation.valueOf(rs.getString("orientation")),
        Resolution.valueOf(rs.getString("resolution")),
        rs.getString("prompt"),
        Columns.optional(Anew.class, rs, "anew"));
  }
}

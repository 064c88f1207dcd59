package io.callsheet.ledger;

import io.callsheet.model.RowKey;
import io.callsheet.model.RunId;
import io.callsheet.model.Sha256;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A verified video of the same content.
 *
 * @param output of the run that it belongs to
 * @param video its name below {@code videos/} there
 */
public record EarlierRender(
    RunId run, long rowNo, RowKey key, Path output, String video, Sha256 sha256, Duration length) {

  static EarlierRender read(ResultSet rs, int n) throws SQLException {
    return new EarlierRender(
        new RunId(rs.getString("e_job"), rs.getLong("e_n")),
        rs.getLong("e_row_no"),
        new RowKey(rs.getString("e_row_key")),
        Path.of(rs.getString("e_output")),
        rs.getString("e_video"),
        new Sha256(rs.getString("e_sha256")),
        Duration.ofMillis(rs.getLong("e_rendered_ms")));
  }
}

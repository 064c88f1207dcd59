package io.callsheet.ledger;

import io.callsheet.model.AssetFacts;
import io.callsheet.model.RowKey;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A row whose assets have to be in storage.
 *
 * @param tries made so far
 */
public record UploadRow(
    long no,
    RowKey key,
    Path imagePath,
    AssetFacts image,
    Path videoPath,
    AssetFacts video,
    long tries) {

  static UploadRow read(ResultSet rs, int n) throws SQLException {
    return new UploadRow(
        rs.getLong("row_no"),
        new RowKey(rs.getString("row_key")),
        Path.of(rs.getString("c_path")),
        AssetBook.requiredFacts(rs, "c_"),
        Path.of(rs.getString("p_path")),
        AssetBook.requiredFacts(rs, "p_"),
        rs.getLong("tries"));
  }
}

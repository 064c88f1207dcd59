package io.callsheet.ledger;

import io.callsheet.model.AssetFacts;
import io.callsheet.model.Credits;
import io.callsheet.model.Orientation;
import io.callsheet.model.Resolution;
import io.callsheet.model.RowKey;
import io.callsheet.model.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A row that may be submitted.
 *
 * @param attempts number of its latest attempt; 0 before the first
 * @param content what makes two renders the same
 */
public record SubmitRow(
    long no,
    RowKey key,
    long attempts,
    AssetFacts image,
    AssetFacts video,
    Orientation orientation,
    Resolution resolution,
    @Nullable String prompt,
    Credits estimate,
    Sha256 content) {

  static SubmitRow read(ResultSet rs, int n) throws SQLException {
    return new SubmitRow(
        rs.getLong("row_no"),
        new RowKey(rs.getString("row_key")),
        rs.getLong("attempt"),
        AssetBook.requiredFacts(rs, "c_"),
        AssetBook.requiredFacts(rs, "p_"),
        Orientation.valueOf(rs.getString("orientation")),
        Resolution.valueOf(rs.getString("resolution")),
        rs.getString("prompt"),
        Columns.credits(rs, "estimate"),
        new Sha256(rs.getString("content_key")));
  }
}

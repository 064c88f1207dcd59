package io.callsheet.ledger;

import io.callsheet.model.Orientation;
import io.callsheet.model.Resolution;
import io.callsheet.model.RowKey;
import io.callsheet.model.RunId;
import io.callsheet.model.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What an earlier run of the job delivered for a row, to tell what changed since.
 *
 * @param image content of the character
 * @param video content of the performance
 * @param service null where an older version did not write it down
 */
public record PreviousRender(
    RunId run,
    RowKey key,
    @Nullable Sha256 image,
    @Nullable Sha256 video,
    Orientation orientation,
    Resolution resolution,
    @Nullable String prompt,
    @Nullable Service service) {

  static PreviousRender read(ResultSet rs, int n) throws SQLException {
    String provider = rs.getString("provider");
    return new PreviousRender(
        new RunId(rs.getString("job"), rs.getLong("n")),
        new RowKey(rs.getString("row_key")),
        digest(rs.getString("c_sha256")),
        digest(rs.getString("p_sha256")),
        Orientation.valueOf(rs.getString("orientation")),
        Resolution.valueOf(rs.getString("resolution")),
        rs.getString("prompt"),
        provider == null
            ? null
            : new Service(provider, rs.getString("origin"), rs.getString("model")));
  }

  private static @Nullable Sha256 digest(@Nullable String hex) {
    return hex == null ? null : new Sha256(hex);
  }

  /**
   * Who rendered it.
   *
   * @param provider name of the service
   * @param origin of its address
   * @param model the service's name of it
   */
  public record Service(String provider, String origin, String model) {}
}

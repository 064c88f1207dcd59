package io.callsheet.ledger;

import io.callsheet.model.AssetRole;
import io.callsheet.model.Credits;
import io.callsheet.model.FailureClass;
import io.callsheet.model.NotRun;
import io.callsheet.model.Rate;
import io.callsheet.model.RenderLength;
import io.callsheet.model.Resolution;
import io.callsheet.model.Rounding;
import io.callsheet.model.RowKey;
import io.callsheet.model.RowState;
import io.callsheet.model.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An ended row that could be run again.
 *
 * @param expected length of its performance; zero if it was never priced
 * @param rendered length of its video; null if it has none
 * @param assets its files, as far as they are known
 */
public record Redrivable(
    long no,
    RowKey key,
    RowState state,
    @Nullable FailureClass failure,
    @Nullable NotRun notRun,
    @Nullable String reason,
    Duration expected,
    @Nullable Resolution resolution,
    @Nullable Duration rendered,
    List<Used> assets) {
  public Redrivable {
    assets = List.copyOf(assets);
  }

  static Redrivable read(ResultSet rs, int n) throws SQLException {
    return new Redrivable(
        rs.getLong("row_no"),
        new RowKey(rs.getString("row_key")),
        RowState.valueOf(rs.getString("state")),
        Columns.optional(FailureClass.class, rs, "failure"),
        Columns.optional(NotRun.class, rs, "not_run"),
        rs.getString("reason"),
        Duration.ofMillis(rs.getLong("expected_ms")),
        Columns.optional(Resolution.class, rs, "resolution"),
        Columns.optionalMillis(rs, "rendered_ms"),
        Stream.concat(
                Used.read(AssetRole.CHARACTER, rs, "c_").stream(),
                Used.read(AssetRole.PERFORMANCE, rs, "p_").stream())
            .toList());
  }

  /**
   * What running it again would cost, also where it cost nothing before; null if nobody can tell.
   */
  public @Nullable Credits cost(Rate rate, Rounding rounding) {
    return resolution == null || expected.isZero()
        ? null
        : rate.price(expected, resolution, rounding);
  }

  /** Whether running it again needs no force: an unpaid failure of the service, or left out. */
  public boolean isOrdinary() {
    return failure == FailureClass.PROVIDER
        || (state == RowState.NOT_RUN && notRun != NotRun.SUPERSEDED);
  }

  /** Whether it has a video that ends well before its performance. */
  public boolean isShort() {
    return isDelivered() && rendered != null && new RenderLength(rendered, expected).isShort();
  }

  /** Whether this is one of its files. */
  public boolean uses(Asset asset) {
    return assets.stream().anyMatch(used -> used.asset().equals(asset));
  }

  /** Whether it has a video already, so that running it again pays again. */
  public boolean isDelivered() {
    return state == RowState.SUCCEEDED || state == RowState.REUSED;
  }

  /**
   * A file that the row uses.
   *
   * @param ref what the manifest calls it
   */
  public record Used(Asset asset, String ref) {
    private static Optional<Used> read(AssetRole role, ResultSet rs, String prefix)
        throws SQLException {
      String sha256 = rs.getString(prefix + "sha256");
      return sha256 == null
          ? Optional.empty()
          : Optional.of(
              new Used(new Asset(role, new Sha256(sha256)), rs.getString(role.word() + "_ref")));
    }
  }
}

package io.callsheet.ledger;

import io.callsheet.model.ChargeBasis;
import io.callsheet.model.CreditKind;
import io.callsheet.model.Credits;
import io.callsheet.model.RunId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All SQL of the table {@code credit}, which is only ever added to. */
final class CreditTable {
  private static final String INSERT =
      """
      INSERT INTO credit (run_id, row_no, attempt, kind, place, reserved, charged, basis, at)
      VALUES (:run, :row, :attempt, :kind, :place, :reserved, :charged, :basis, :now)
      """;
  private static final String ADJUSTED =
      """
      SELECT 1 FROM credit
      WHERE run_id = :run AND row_no = :row AND attempt = :attempt AND kind = 'ADJUST'
      """;
  private static final String SUMS =
      """
      SELECT COALESCE(SUM(reserved), 0) AS reserved, COALESCE(SUM(charged), 0) AS charged
      FROM credit WHERE run_id = :run
      """;

  private final JdbcClient jdbc;

  CreditTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void reserve(RunId run, long rowNo, long attempt, Credits amount, Instant now) {
    add(run, rowNo, attempt, CreditKind.RESERVE, "open", amount, Credits.ZERO, null, now);
  }

  void release(RunId run, long rowNo, long attempt, Credits reserved, Instant now) {
    add(
        run,
        rowNo,
        attempt,
        CreditKind.RELEASE,
        "close",
        reserved.negated(),
        Credits.ZERO,
        null,
        now);
  }

  void settle(
      RunId run,
      long rowNo,
      long attempt,
      Credits reserved,
      Credits charged,
      ChargeBasis basis,
      Instant now) {
    add(run, rowNo, attempt, CreditKind.SETTLE, "close", reserved.negated(), charged, basis, now);
  }

  /** What is learned of an attempt that was closed before; false if it was learned already. */
  boolean adjust(
      RunId run, long rowNo, long attempt, Credits charged, ChargeBasis basis, Instant now) {
    boolean known =
        jdbc.sql(ADJUSTED)
            .param("run", run.toString())
            .param("row", rowNo)
            .param("attempt", attempt)
            .query(Integer.class)
            .optional()
            .isPresent();
    if (!known) {
      add(run, rowNo, attempt, CreditKind.ADJUST, null, Credits.ZERO, charged, basis, now);
    }
    return !known;
  }

  private void add(
      RunId run,
      long rowNo,
      long attempt,
      CreditKind kind,
      @Nullable String place,
      Credits reserved,
      Credits charged,
      @Nullable ChargeBasis basis,
      Instant now) {
    jdbc.sql(INSERT)
        .param("run", run.toString())
        .param("row", rowNo)
        .param("attempt", attempt)
        .param("kind", kind.name())
        .param("place", place)
        .param("reserved", reserved.thousandths())
        .param("charged", charged.thousandths())
        .param("basis", basis == null ? null : basis.name())
        .param("now", Columns.time(now))
        .update();
  }

  Sums sums(RunId run) {
    return jdbc.sql(SUMS)
        .param("run", run.toString())
        .query((rs, n) -> new Sums(Columns.credits(rs, "reserved"), Columns.credits(rs, "charged")))
        .single();
  }

  record Sums(Credits reserved, Credits charged) {}
}

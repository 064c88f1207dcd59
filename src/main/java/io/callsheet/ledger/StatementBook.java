package io.callsheet.ledger;

import io.callsheet.model.Credits;
import io.callsheet.model.Rate;
import io.callsheet.model.Resolution;
import io.callsheet.model.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was spent, over runs and dates; only reads. Runs that never began to render are left out.
 *
 * <p>A charge counts on the day it was booked, a reserve on the day it was made, and a row on the
 * day of its last charge; one that cost nothing, on the day it ended or else its run began.
 */
public final class StatementBook {
  private static final String ROW_AT =
      """
      COALESCE((SELECT MAX(c.at) FROM credit c
        WHERE c.run_id = r.run_id AND c.row_no = r.row_no AND c.charged <> 0),
        r.finished_at, u.started_at, u.created_at)""";

  /** Thousandths of a credit that a second of the row costs. */
  static final String A_SECOND =
      "CASE r.resolution WHEN 'P1080' THEN CAST(:p1080 AS BIGINT) ELSE CAST(:p720 AS BIGINT) END";

  private static final String ROWS =
      """
      SELECT %s, 1 AS n,
        CASE WHEN r.state = 'SUCCEEDED' THEN 1 ELSE 0 END AS rendered,
        CASE WHEN r.state = 'REUSED' THEN 1 ELSE 0 END AS reused,
        CASE WHEN r.state = 'FAILED' THEN 1 ELSE 0 END AS failed,
        CASE WHEN r.state = 'SUCCEEDED' THEN COALESCE(r.rendered_ms, 0) ELSE 0 END AS rendered_ms,
        CASE WHEN r.state = 'REUSED' THEN (COALESCE(r.expected_ms, 0) + 999) / 1000 * %s ELSE 0 END
          AS saved,
        0 AS billed_ms, 0 AS charged, 0 AS assumed, 0 AS reserved
      FROM run_row r JOIN run u ON u.id = r.run_id
      """;
  private static final String CHARGES =
      """
      SELECT %s, 0, 0, 0, 0, 0, 0, c.charged * 1000 / %s, c.charged,
        CASE WHEN c.basis = 'ASSUMED' THEN c.charged ELSE 0 END, 0
      FROM credit c
      JOIN run_row r ON r.run_id = c.run_id AND r.row_no = c.row_no
      JOIN run u ON u.id = c.run_id
      """;
  private static final String RESERVES =
      """
      SELECT %s, 0, 0, 0, 0, 0, 0, 0, 0, 0, a.reserved
      FROM attempt a
      JOIN run_row r ON r.run_id = a.run_id AND r.row_no = a.row_no
      JOIN run u ON u.id = a.run_id
      """;
  private static final String SUMS =
      """
      SUM(n) AS n, SUM(rendered) AS rendered, SUM(reused) AS reused, SUM(failed) AS failed,
      SUM(rendered_ms) AS rendered_ms, SUM(saved) AS saved, SUM(billed_ms) AS billed_ms,
      SUM(charged) AS charged, SUM(assumed) AS assumed, SUM(reserved) AS reserved
      """;

  private final JdbcClient jdbc;

  StatementBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Hands out the lines of a statement: the dearest first, then by name. */
  public void read(Wanted wanted, Consumer<Line> lines) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("p720", wanted.rate().p720().thousandths());
    values.put("p1080", wanted.rate().p1080().thousandths());
    String sql = sql(wanted, values);
    jdbc.sql(sql)
        .params(values)
        .query((RowCallbackHandler) rs -> lines.accept(line(rs, wanted.by())));
  }

  private static String sql(Wanted wanted, Map<String, Object> values) {
    List<String> keys =
        wanted.by().stream().map(by -> by.expression + " AS " + by.alias()).toList();
    String group = wanted.by().stream().map(By::alias).collect(Collectors.joining(", "));
    String dimensions = String.join(", ", keys);
    String runs = " WHERE u.phase IN ('RUNNING', 'CLOSING', 'ENDED')" + runs(wanted, values);
    return String.join(
        "",
        "SELECT " + group + ", " + SUMS + " FROM (",
        ROWS.formatted(dimensions, A_SECOND) + runs + days(ROW_AT, wanted, values),
        " UNION ALL ",
        CHARGES.formatted(dimensions, A_SECOND) + runs + " AND c.charged <> 0",
        days("c.at", wanted, values),
        " UNION ALL ",
        RESERVES.formatted(dimensions) + runs + " AND a.state IN ('INTENT', 'ACCEPTED', 'DOUBT')",
        days("a.intent_at", wanted, values),
        ") parts GROUP BY " + group + " ORDER BY SUM(charged) DESC, " + group);
  }

  private static String runs(Wanted wanted, Map<String, Object> values) {
    String condition = "";
    if (wanted.job() != null) {
      condition += " AND u.job = :job";
      values.put("job", wanted.job());
    }
    if (!wanted.runs().isEmpty()) {
      condition += " AND u.id IN (:runs)";
      values.put("runs", wanted.runs().stream().map(RunId::toString).toList());
    }
    return condition;
  }

  private static String days(String at, Wanted wanted, Map<String, Object> values) {
    String condition = "";
    if (wanted.from() != null) {
      condition += " AND " + at + " >= :from";
      values.put("from", Columns.requiredTime(wanted.from()));
    }
    if (wanted.until() != null) {
      condition += " AND " + at + " < :until";
      values.put("until", Columns.requiredTime(wanted.until()));
    }
    return condition;
  }

  private static Line line(ResultSet rs, List<By> by) throws SQLException {
    List<String> names = new ArrayList<>();
    for (By one : by) {
      String name = rs.getString(one.alias());
      names.add(one == By.RESOLUTION && !name.isEmpty() ? Resolution.valueOf(name).word() : name);
    }
    return new Line(
        names,
        new Amounts(
            rs.getLong("n"),
            rs.getLong("rendered"),
            rs.getLong("reused"),
            rs.getLong("failed"),
            Duration.ofMillis(rs.getLong("rendered_ms")),
            Duration.ofMillis(rs.getLong("billed_ms")),
            Columns.credits(rs, "charged"),
            Columns.credits(rs, "assumed"),
            Columns.credits(rs, "reserved"),
            Columns.credits(rs, "saved")));
  }

  /** What the spend can be summed by. */
  public enum By {
    CLIENT("r.client"),
    CAMPAIGN("r.campaign"),
    CHARACTER("COALESCE(r.character_ref, '')"),
    PERFORMANCE("COALESCE(r.performance_ref, '')"),
    RESOLUTION("COALESCE(r.resolution, '')"),
    JOB("u.job"),
    RUN("u.id");

    private final String expression;

    By(String expression) {
      this.expression = expression;
    }

    private String alias() {
      return "by_" + word();
    }

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * What is asked for.
   *
   * @param by at least one
   * @param job null for all
   * @param runs empty for all
   * @param from the first moment that counts; null for the beginning
   * @param until the first moment that counts no more; null for the end
   * @param rate prices what a reuse saved, and turns charges into seconds
   */
  public record Wanted(
      List<By> by,
      @Nullable String job,
      List<RunId> runs,
      @Nullable Instant from,
      @Nullable Instant until,
      Rate rate) {
    public Wanted {
      by = List.copyOf(by);
      runs = List.copyOf(runs);
    }
  }

  /**
   * One line.
   *
   * @param names one for each part of {@link Wanted#by}; empty where a row says none
   */
  public record Line(List<String> names, Amounts amounts) {
    public Line {
      names = List.copyOf(names);
    }
  }

  /**
   * What rows came to.
   *
   * @param rows in any state
   * @param seconds of the videos that were rendered, reused ones not counted
   * @param billed what the charges buy at the rate card
   * @param charged booked, assumed charges included
   * @param assumed of it written off: nobody knows whether the service charged it
   * @param reserved held by rows in flight or in doubt, and not charged yet
   * @param saved what the reused rows would have cost, fractions of a second rounded up
   */
  public record Amounts(
      long rows,
      long rendered,
      long reused,
      long failed,
      Duration seconds,
      Duration billed,
      Credits charged,
      Credits assumed,
      Credits reserved,
      Credits saved) {
    public static final Amounts NONE =
        new Amounts(
            0,
            0,
            0,
            0,
            Duration.ZERO,
            Duration.ZERO,
            Credits.ZERO,
            Credits.ZERO,
            Credits.ZERO,
            Credits.ZERO);

    public Amounts plus(Amounts other) {
      return new Amounts(
          rows + other.rows,
          rendered + other.rendered,
          reused + other.reused,
          failed + other.failed,
          seconds.plus(other.seconds),
          billed.plus(other.billed),
          charged.plus(other.charged),
          assumed.plus(other.assumed),
          reserved.plus(other.reserved),
          saved.plus(other.saved));
    }
  }
}

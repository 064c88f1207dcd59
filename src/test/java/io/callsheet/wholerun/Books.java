package io.callsheet.wholerun;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Promise 5, held by every whole run: the ledger against itself and the service's own account. */
final class Books {
  private static final String RUNS =
      """
      SELECT r.id, r.reserved, r.charged,
        (SELECT COALESCE(SUM(c.reserved), 0) FROM credit c WHERE c.run_id = r.id) AS c_reserved,
        (SELECT COALESCE(SUM(c.charged), 0) FROM credit c WHERE c.run_id = r.id) AS c_charged,
        (SELECT COALESCE(SUM(w.charged), 0) FROM run_row w WHERE w.run_id = r.id) AS w_charged,
        (SELECT COALESCE(SUM(a.reserved), 0) FROM attempt a WHERE a.run_id = r.id
          AND a.state IN ('INTENT', 'DOUBT', 'ACCEPTED')) AS a_reserved
      FROM run r
      """;
  private static final String OPEN_TWICE =
      """
      SELECT COUNT(*) FROM (SELECT run_id, row_no FROM attempt
        WHERE state IN ('INTENT', 'DOUBT', 'ACCEPTED')
        GROUP BY run_id, row_no HAVING COUNT(*) > 1) AS twice
      """;
  private static final String SETTLED =
      """
      SELECT a.task_id, SUM(c.charged) AS charged FROM credit c JOIN attempt a
        ON a.run_id = c.run_id AND a.row_no = c.row_no AND a.no = c.attempt
      WHERE c.basis = 'PROVIDER' AND a.origin = '%s' GROUP BY a.task_id
      """;
  private static final String UNSURE =
      """
      SELECT COUNT(*) FROM attempt
      WHERE task_id IS NULL AND state IN ('INTENT', 'DOUBT', 'WRITTEN_OFF', 'NOT_TAKEN')
      """;

  private final Connection ledger;

  private Books(Connection ledger) {
    this.ledger = ledger;
  }

  /** When no process works with the studio's ledger any more. */
  static void check(Studio studio, Map<String, String> environment) throws SQLException {
    String server = environment.get("CALLSHEET_DB_URL");
    if (server == null && !Files.exists(studio.home().resolve("ledger/ledger.mv.db"))) {
      return;
    }
    String url =
        server == null ? "jdbc:h2:async:" + studio.home().resolve("ledger/ledger") : server;
    String user = server == null ? "sa" : environment.get("CALLSHEET_DB_USER");
    try (Connection connection = DriverManager.getConnection(url, user, "")) {
      Books books = new Books(connection);
      books.closeInThemselves();
      books.closeAgainst(studio.vidgo().book(), studio.vidgo().url().toString());
    }
  }

  private void closeInThemselves() throws SQLException {
    try (Statement statement = ledger.createStatement()) {
      ResultSet run = statement.executeQuery(RUNS);
      while (run.next()) {
        String id = run.getString("id");
        long charged = run.getLong("charged");
        assertThat(run.getLong("c_reserved"))
            .as("%s: entries", id)
            .isEqualTo(run.getLong("reserved"));
        assertThat(run.getLong("a_reserved"))
            .as("%s: attempts", id)
            .isEqualTo(run.getLong("reserved"));
        assertThat(run.getLong("c_charged")).as("%s: entries", id).isEqualTo(charged);
        assertThat(run.getLong("w_charged")).as("%s: rows", id).isEqualTo(charged);
      }
    }
    assertThat(count(OPEN_TWICE)).as("rows with two open attempts").isZero();
  }

  /**
   * Every bill is in the ledger as billed, and what the ledger does not know it is unsure about.
   */
  private void closeAgainst(TaskBook account, String origin) throws SQLException {
    Map<String, BigDecimal> billed = account.bills();
    Set<String> accepted = account.all().stream().map(Task::id).collect(Collectors.toSet());
    List<String> known = new ArrayList<>();
    try (Statement statement = ledger.createStatement()) {
      ResultSet settled = statement.executeQuery(SETTLED.formatted(origin));
      while (settled.next()) {
        String task = settled.getString("task_id");
        assertThat(settled.getBigDecimal("charged").movePointLeft(3))
            .as("booked for task %s", task)
            .isEqualByComparingTo(billed.getOrDefault(task, BigDecimal.ZERO));
      }
      ResultSet tasks =
          statement.executeQuery("SELECT task_id FROM attempt WHERE task_id IS NOT NULL");
      while (tasks.next()) {
        known.add(tasks.getString("task_id"));
      }
    }
    accepted.removeAll(known);
    assertThat((long) accepted.size())
        .as("accepted tasks %s that the ledger has not", accepted)
        .isLessThanOrEqualTo(count(UNSURE));
  }

  private long count(String sql) throws SQLException {
    try (Statement statement = ledger.createStatement()) {
      ResultSet result = statement.executeQuery(sql);
      result.next();
      return result.getLong(1);
    }
  }
}

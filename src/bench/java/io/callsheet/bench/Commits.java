package io.callsheet.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** Transactions of a whole run on PostgreSQL, which counts them exactly. */
final class Commits implements Benchmark {
  private static final int ROWS = 2000;
  private static final int IN_FLIGHT = 200;
  private static final String WRITES = "SELECT pg_snapshot_xmax(pg_current_snapshot())::text";
  private static final String ALL =
      "SELECT sum(xact_commit)::text FROM pg_stat_database WHERE datname = 'postgres'";

  @Override
  public String name() {
    return "commits";
  }

  @Override
  public void run(Scoreboard board) throws IOException, SQLException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start();
        ServiceProcess service = ServiceProcess.start(ServiceSettings.ofTwoSeconds(IN_FLIGHT))) {
      Site site = Site.fresh(name()).campaign(ROWS, 50, 40).job(service.url(), 60_000, IN_FLIGHT);
      Product.prepare(site);
      String url = server.getJdbcUrl("postgres", "postgres");
      Map<String, String> environment = new HashMap<>();
      environment.put("CALLSHEET_DB_URL", url);
      environment.put("CALLSHEET_DB_USER", "postgres");
      environment.put("CALLSHEET_DB_PASSWORD", "postgres");
      // Making the tables is not a row's fault.
      Product product = new Product(site, environment);
      product.measure(0, Product.LAUNCHER, "runs");
      try (Connection connection = server.getPostgresDatabase().getConnection()) {
        double writesBefore = count(connection, WRITES);
        double allBefore = count(connection, ALL);
        Product.Measured run = product.measure(0, Product.LAUNCHER, "run", site.job().toString());
        double writes = count(connection, WRITES) - writesBefore;
        double all = count(connection, ALL) - allBefore;
        board.atMost(3, "commits that write, a row", "%.2f", writes / ROWS);
        board.note("transactions that only read, a row", "%.2f", (all - writes) / ROWS);
        board.note("CPU a row without the database's, start included, ms", "%.1f", cpu(run));
        ServiceFigures seen = service.figures();
        double bound = (ROWS * seen.meanRender() / IN_FLIGHT + seen.meanRender()) / 1000;
        StepTimes steps = StepTimes.of(url, "postgres", "postgres");
        board.note("first step to last ÷ bound", "%.3f", steps.whole() / bound);
      }
    }
  }

  private static double cpu(Product.Measured run) {
    return run.cpu().toNanos() / 1e6 / ROWS;
  }

  private static double count(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return Double.parseDouble(result.getString(1));
    }
  }
}

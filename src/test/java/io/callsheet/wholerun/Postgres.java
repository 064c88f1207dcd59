package io.callsheet.wholerun;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Gives a studio a ledger on a PostgreSQL server. */
final class Postgres {
  private Postgres() {}

  static Studio useFreshDatabase(Studio studio, EmbeddedPostgres server, String name)
      throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return studio
        .environment("CALLSHEET_DB_URL", server.getJdbcUrl("postgres", name))
        .environment("CALLSHEET_DB_USER", "postgres");
  }
}

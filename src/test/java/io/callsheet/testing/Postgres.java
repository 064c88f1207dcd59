package io.callsheet.testing;

import io.callsheet.ledger.LedgerAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** A PostgreSQL server that is started with the first test that asks for it. */
public final class Postgres {

  private Postgres() {}

  /** A database of the asker's own, empty. */
  public static LedgerAddress.Server freshDatabase() {
    String name = "ledger_" + UUID.randomUUID().toString().replace("-", "");
    try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot make a database for a test", e);
    }
    return new LedgerAddress.Server(
        Server.RUNNING.getJdbcUrl("postgres", name), "postgres", "postgres");
  }

  /** Stopped by its own shutdown hook. */
  private static final class Server {

    static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

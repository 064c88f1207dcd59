package io.callsheet.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger's database, open and with its tables up to date. */
public final class Database implements AutoCloseable {
  private static final int CONNECTIONS = 16;

  private final HikariDataSource source;
  private final Durability durability;
  private final boolean exclusive;

  private Database(HikariDataSource source, Durability durability, boolean exclusive) {
    this.source = source;
    this.durability = durability;
    this.exclusive = exclusive;
  }

  /**
   * Opens it and migrates it, waiting up to 10 s for an H2 file that another process holds.
   *
   * @throws LedgerUnavailable if it cannot be had; the message is for the person who must act
   */
  public static Database open(LedgerAddress address) throws LedgerUnavailable {
    if (address instanceof LedgerAddress.File file) {
      return openFile(new H2File(file.folder()));
    }
    return openServer((LedgerAddress.Server) address);
  }

  private static Database openFile(H2File file) throws LedgerUnavailable {
    // The connection that got the file's lock is kept until the pool has one of its own.
    try (Connection first = file.open()) {
      HikariDataSource pool = pool(file.url(), H2File.USER, "");
      try {
        migrate(pool, H2File.VENDOR);
      } catch (FlywayException e) {
        pool.close();
        throw new LedgerUnavailable(
            file + " was written by another version of Callsheet: " + e.getMessage(), false, e);
      }
      first.setReadOnly(true);
      // H2 acknowledges a commit up to half a second before it is in the file.
      JdbcClient jdbc = JdbcClient.create(pool);
      return new Database(
          pool, new SharedCheckpoint(() -> jdbc.sql("CHECKPOINT SYNC").update()), true);
    } catch (SQLException e) {
      throw new LedgerUnavailable("cannot use " + file + ": " + e.getMessage(), false, e);
    }
  }

  private static Database openServer(LedgerAddress.Server server) throws LedgerUnavailable {
    try {
      HikariDataSource pool = pool(server.url(), server.user(), server.password());
      migrate(pool, "postgresql");
      return new Database(pool, Durability.BY_COMMIT, false);
    } catch (RuntimeException e) {
      throw new LedgerUnavailable(
          "cannot use the database "
              + server
              + " (CALLSHEET_DB_URL): "
              + server.plain(rootMessage(e)),
          false,
          e);
    }
  }

  private static String rootMessage(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }

  private static HikariDataSource pool(
      String url, @Nullable String user, @Nullable String password) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setPoolName("ledger");
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(2);
    config.setConnectionTimeout(10_000);
    Properties bounds = new Properties();
    if (url.startsWith("jdbc:postgresql:")) {
      // A lock that is never given back must end in an error, not in a run that hangs.
      bounds.setProperty("options", "-c lock_timeout=10s -c statement_timeout=60s");
      bounds.setProperty("reWriteBatchedInserts", "true");
    }
    config.setDataSourceProperties(bounds);
    return new HikariDataSource(config);
  }

  static void migrate(DataSource source, String vendor) {
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/" + vendor, "classpath:db/ledger")
        .loggers("slf4j")
        .load()
        .migrate();
  }

  /** Whether only one process at a time can have it open: whoever opened it before is gone. */
  public boolean isExclusive() {
    return exclusive;
  }

  /** Lets a Spring context work on it: what is begun there and here shares transactions. */
  public void offerTo(GenericApplicationContext context) {
    context.registerBean(DataSource.class, () -> source);
  }

  public DataSource source() {
    return source;
  }

  Durability durability() {
    return durability;
  }

  @Override
  public void close() {
    source.close();
  }
}

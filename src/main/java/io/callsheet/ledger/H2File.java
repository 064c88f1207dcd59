package io.callsheet.ledger;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.h2.api.ErrorCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The ledger's H2 file: made whole or not at all, opened by one process at a time. */
final class H2File {
  static final String USER = "sa";
  static final String VENDOR = "h2";
  private static final String SUFFIX = ".mv.db";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Path folder;

  H2File(Path folder) {
    this.folder = folder.toAbsolutePath();
  }

  String url() {
    return url("ledger");
  }

  private String url(String name) {
    String path = folder.resolve(name).toString().replace(";", "\\;");
    // A quarter of the heap is its cache: a plan of a million rows reads pages all over the file.
    long cache = Runtime.getRuntime().maxMemory() / 4 / 1024;
    // async: the ordinary file would be closed under us by an interrupt of any thread that writes.
    // Of its own H2 remembers the last 8 statements of a connection, and parses all others anew.
    return "jdbc:h2:async:"
        + path
        + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=64;CACHE_SIZE="
        + cache;
  }

  /** Opens the file, waiting for a process that has it open to end. */
  Connection open() throws LedgerUnavailable {
    try {
      Files.createDirectories(folder);
      if (!Files.exists(folder.resolve("ledger" + SUFFIX))) {
        create();
      }
    } catch (IOException e) {
      throw new LedgerUnavailable("cannot write to " + folder + ": " + e, false, e);
    }
    long start = System.nanoTime();
    while (true) {
      try {
        return DriverManager.getConnection(url(), USER, "");
      } catch (SQLException e) {
        boolean held = e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1;
        if (!held) {
          throw new LedgerUnavailable("cannot open " + this + ": " + e.getMessage(), false, e);
        }
        if (System.nanoTime() - start > PATIENCE.toNanos()) {
          throw new LedgerUnavailable("another process works with " + this, true, e);
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  /**
   * A new file is migrated under another name: a kill in the first second leaves nothing behind
   * that a later start could take for a ledger.
   */
  private void create() throws IOException {
    String temporary = "new-" + UUID.randomUUID();
    DriverManagerDataSource source = new DriverManagerDataSource(url(temporary), USER, "");
    try (Connection open = source.getConnection()) {
      // With a connection of ours open H2 does not close and open the file for every other one.
      open.setReadOnly(true);
      Database.migrate(source, VENDOR);
      JdbcClient.create(source).sql("SHUTDOWN").update();
    } catch (SQLException e) {
      throw new IOException("cannot make a new ledger: " + e.getMessage(), e);
    }
    Path made = folder.resolve(temporary + SUFFIX);
    try {
      // A link, unlike a rename, never replaces the file of another process that was first.
      Files.createLink(folder.resolve("ledger" + SUFFIX), made);
      Files.delete(made);
    } catch (FileAlreadyExistsException e) {
      Files.delete(made);
    } catch (UnsupportedOperationException e) {
      Files.move(made, folder.resolve("ledger" + SUFFIX));
    }
  }

  @Override
  public String toString() {
    return folder.resolve("ledger" + SUFFIX).toString();
  }
}

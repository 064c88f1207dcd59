package io.callsheet.wholerun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.InetAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two installations on one ledger: one works, the other waits for its death, not for its lease. */
class TakeOverIT {
  private static final int ROWS = 4;
  private static final String DATABASE = "takeover";

  @TempDir private Path folder;

  @Test
  void another_home_is_turned_away_from_a_job_at_work_and_takes_it_over_when_its_owner_is_killed()
      throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.start();
        Studio studio = Postgres.useFreshDatabase(new Studio(folder, 10_000), server, DATABASE)) {
      studio.manifest(ROWS);
      studio.vidgo().renderTime(Duration.ofHours(1));
      Child first = studio.startRun();
      await()
          .atMost(Duration.ofSeconds(90))
          .until(() -> rendering(server) == ROWS || !first.isAlive());
      studio.environment("CALLSHEET_HOME", studio.root().resolve("other-home").toString());

      Studio.Ended refused = studio.run();

      assertThat(refused.exit()).as(refused.said()).isEqualTo(7);
      assertThat(refused.said())
          .contains("pid " + first.pid())
          .contains(InetAddress.getLocalHost().getHostName());

      assertThat(first.kill()).isTrue();
      Instant expiry = lease(server).expires();
      try (Child second = studio.startRun()) {
        await()
            .atMost(Duration.ofSeconds(90))
            .until(() -> lease(server).pid() == second.pid() || !second.isAlive());
        assertThat(Instant.now()).as(second.output()).isBefore(expiry);

        studio.vidgo().renderNow();
        assertThat(second.awaitExit()).as(second.output()).isZero();
        assertThat(second.output()).contains("promo-1").doesNotContain("promo-2");
      }
      Rendered.assertDelivered(studio, ROWS);
      assertThat(studio.vidgo().submits()).isEqualTo(ROWS);
      studio.report().assertBooksClose();
    }
  }

  private static long rendering(EmbeddedPostgres server) throws Exception {
    try (Connection connection = server.getDatabase("postgres", DATABASE).getConnection();
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery("SELECT COUNT(*) FROM run_row WHERE state = 'RENDERING'")) {
      found.next();
      return found.getLong(1);
    } catch (java.sql.SQLException e) {
      // Not yet: the process under test makes the tables.
      return -1;
    }
  }

  private static Owner lease(EmbeddedPostgres server) throws Exception {
    try (Connection connection = server.getDatabase("postgres", DATABASE).getConnection();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("SELECT pid, expires_at FROM owner")) {
      found.next();
      return new Owner(
          found.getLong("pid"), found.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
  }

  private record Owner(long pid, Instant expires) {}
}

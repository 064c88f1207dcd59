package io.callsheet.wholerun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same on a ledger that several processes can open. */
class PostgresIT {
  private static final int ROWS = 12;

  @TempDir private Path folder;

  @Test
  void a_run_on_postgresql_is_worked_on_by_one_process_and_ends_as_on_h2() throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.start();
        Studio studio = Postgres.useFreshDatabase(new Studio(folder, 10_000), server, "runs")) {
      studio.manifest(ROWS);
      studio.vidgo().renderTime(Duration.ofHours(1));
      try (Child first = studio.startRun()) {
        await()
            .atMost(Duration.ofSeconds(90))
            .until(() -> studio.vidgo().book().all().size() == ROWS || !first.isAlive());

        Studio.Ended second = studio.run();
        assertThat(second.exit()).as(second.said()).isEqualTo(7);
        assertThat(second.said()).contains(String.valueOf(first.pid()));

        studio.vidgo().renderNow();
        assertThat(first.awaitExit()).as(first.output()).isZero();
      }
      Rendered.assertDelivered(studio, ROWS);
      assertThat(studio.vidgo().book().acceptedByContent().values()).containsOnly(1L).hasSize(ROWS);
      studio.report().assertBooksClose();
      assertThat(studio.home().resolve("ledger")).doesNotExist();
    }
  }
}

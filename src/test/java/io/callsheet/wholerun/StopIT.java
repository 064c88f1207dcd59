package io.callsheet.wholerun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Promise 8: stopping cleanly, and keeping others off a run at work. */
class StopIT {
  private static final int ROWS = 12;

  @TempDir private Path folder;
  private Studio studio;

  @BeforeEach
  void open() throws Exception {
    studio = new Studio(folder, 100_000);
    studio.manifest(ROWS);
    // None of the renders ends before the test says so.
    studio.vidgo().renderTime(Duration.ofHours(1));
    studio.job(
        "provider",
        "{name: vidgo, base-url: \"%s\", submits-per-minute: 1200, max-in-flight: 4, polls-per-minute: 60000, typical-render: 100ms}"
            .formatted(studio.vidgo().url()));
  }

  @AfterEach
  void close() throws Exception {
    studio.close();
  }

  @Test
  void sigterm_stops_within_seconds_and_resume_brings_home_what_is_paid() throws Exception {
    try (Child child = studio.startRun()) {
      awaitInFlight(child, 4);
      child.terminate();
      assertThat(child.awaitExit(Duration.ofSeconds(20))).as(child.output()).isEqualTo(4);
      assertThat(child.output()).contains("callsheet resume promo-1");
    }
    assertThat(studio.vidgo().submits()).isEqualTo(4);
    assertThat(batchStatuses()).containsExactly("STOPPED");

    studio.vidgo().renderNow();
    Studio.Ended resumed = studio.command("resume", "promo-1");

    assertThat(resumed.exit()).as(resumed.said()).isZero();
    assertThat(batchStatuses()).containsExactly("STOPPED", "COMPLETED");
    Rendered.assertDelivered(studio, ROWS);
    assertThat(studio.vidgo().book().acceptedByContent().values()).containsOnly(1L).hasSize(ROWS);
    studio.report().assertBooksClose();
  }

  @Test
  void a_second_process_is_turned_away_and_status_tells_how_the_first_stands() throws Exception {
    studio.manifest(4);
    try (Child first = studio.startRun()) {
      awaitInFlight(first, 4);

      Studio.Ended second = studio.run();
      assertThat(second.exit()).as(second.said()).isEqualTo(7);
      assertThat(second.said()).contains("promo-1").contains(String.valueOf(first.pid()));

      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () -> {
                JsonNode status =
                    JsonMapper.shared().readTree(studio.command("status", "--json").said());
                assertThat(status.path("run").asString()).isEqualTo("promo-1");
                assertThat(status.path("running").asBoolean()).isTrue();
                assertThat(status.path("pid").asLong()).isEqualTo(first.pid());
                assertThat(status.path("rows").path("rendering").asLong()).isEqualTo(4);
              });

      studio.vidgo().renderNow();
      assertThat(first.awaitExit()).as(first.output()).isZero();
    }
    assertThat(studio.report().statuses()).isEqualTo(Map.of("succeeded", 4L));
    assertThat(studio.command("status").said()).contains("nobody works on it");
  }

  @Test
  void another_manifest_closes_the_run_at_work_and_begins_a_new_one() throws Exception {
    try (Child child = studio.startRun()) {
      awaitInFlight(child, 4);
      child.kill();
    }
    studio.vidgo().renderNow();
    studio.manifest(ROWS + 1);

    Studio.Ended run = studio.run();

    assertThat(run.exit()).as(run.said()).isZero();
    assertThat(run.said()).contains("promo-1").contains("promo-2");
    assertThat(studio.report().statuses())
        .isEqualTo(Map.of("reused", 4L, "succeeded", ROWS + 1 - 4L));
    assertThat(studio.vidgo().book().acceptedByContent())
        .hasSize(ROWS + 1)
        .allSatisfy((content, accepted) -> assertThat(accepted).isEqualTo(1L));
    studio.report().assertBooksClose();
    assertThat(studio.command("status", "promo-1").said())
        .contains("ended")
        .containsPattern("succeeded +4")
        .containsPattern("not run +8");
  }

  private void awaitInFlight(Child child, int tasks) {
    await()
        .atMost(Duration.ofSeconds(90))
        .until(
            () -> {
              assertThat(child.isAlive()).as(child.output()).isTrue();
              return studio.vidgo().book().all().size() == tasks && liveRows("RENDERING") == tasks;
            });
  }

  /** As the run itself wrote it down: by then the answers are in its ledger. */
  private long liveRows(String state) {
    try {
      String live = java.nio.file.Files.readString(studio.home().resolve("runs/promo-1/live.json"));
      return JsonMapper.shared().readTree(live).path("rows").path(state).asLong();
    } catch (java.io.IOException e) {
      return -1;
    }
  }

  private List<String> batchStatuses() throws Exception {
    String url = "jdbc:h2:file:" + studio.home().resolve("ledger/ledger");
    try (Connection connection = DriverManager.getConnection(url, "sa", "");
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT status FROM batch_job_execution ORDER BY job_execution_id")) {
      List<String> statuses = new ArrayList<>();
      while (found.next()) {
        statuses.add(found.getString(1));
      }
      return statuses;
    }
  }
}

package io.callsheet.wholerun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds a run up and what it cannot bring home, and how it goes on. */
class PausesIT {
  private static final String RUN = "promo-1";

  @TempDir private Path folder;
  private Studio studio;

  @BeforeEach
  void open() throws Exception {
    studio = new Studio(folder, 100_000);
  }

  @AfterEach
  void close() throws Exception {
    studio.close();
  }

  @Test
  void more_failures_than_are_tolerated_hold_back_the_rest_until_somebody_says_otherwise()
      throws Exception {
    int rows = 12;
    Set<String> failing = Set.of("take 1", "take 2", "take 3", "take 4");
    studio.manifest(rows).job("failures", "{retries: 0, tolerate: 20%}");
    paced(6);
    studio.vidgo().renderTime(Duration.ofSeconds(2));
    studio
        .vidgo()
        .faults(
            (n, asked) ->
                failing.contains(asked.prompt()) ? SubmitFault.TASK_FAILS : SubmitFault.NONE);

    Studio.Ended paused = studio.run();

    assertThat(paused.exit()).as(paused.said()).isEqualTo(5);
    assertThat(paused.said()).contains("callsheet resume " + RUN + " --tolerate 100%");
    assertThat(studio.vidgo().submits()).isLessThan(rows);
    int sent = studio.vidgo().submits();
    assertThat(paidRows()).as("paid work is finished").isNotEmpty().isEqualTo(deliveredRows());

    Studio.Ended still = studio.command("resume", RUN);
    assertThat(still.exit()).as(still.said()).isEqualTo(5);
    assertThat(studio.vidgo().submits()).as("nothing new is sent").isEqualTo(sent);

    Studio.Ended resumed = studio.command("resume", RUN, "--tolerate", "100%");
    assertThat(resumed.exit()).as(resumed.said()).isEqualTo(3);
    assertThat(studio.vidgo().submits()).isEqualTo(rows);
    assertThat(studio.report().statuses()).isEqualTo(Map.of("failed", 4L, "succeeded", 8L));
    assertThat(studio.vidgo().book().acceptedByContent().values()).hasSize(rows).containsOnly(1L);
    studio.report().assertBooksClose();
  }

  @Test
  void a_file_that_is_broken_twice_alike_is_paid_and_lost_and_kept_as_evidence() throws Exception {
    studio.manifest(3);
    studio
        .vidgo()
        .results()
        .faults(
            asked ->
                switch (asked.prompt()) {
                  case "take 1" -> ResultFault.CUT;
                  case "take 2" -> ResultFault.NO_VIDEO;
                  default -> ResultFault.NONE;
                });

    Studio.Ended run = studio.run();

    assertThat(run.exit()).as(run.said()).isEqualTo(3);
    assertThat(studio.report().statuses()).isEqualTo(Map.of("failed", 2L, "succeeded", 1L));
    for (String key : List.of("row-1", "row-2")) {
      assertThat(run.said()).containsPattern(key + " failed: PAID BUT LOST");
      Map<String, String> line = studio.report().row("results.csv", key);
      assertThat(line).containsEntry("failure", "lost").containsEntry("charge_basis", "provider");
      assertThat(line.get("reason")).contains(key + ".mp4.broken");
      assertThat(Report.number(line.get("credits_charged"))).isPositive();
    }
    assertThat(studio.report().videos())
        .containsOnlyKeys("row-1.mp4.broken", "row-2.mp4.broken", "row-3.mp4");
    assertThat(studio.report().read("videos/row-2.mp4.broken")).contains("back soon");
    studio.report().assertBooksClose();
  }

  @Test
  void an_address_that_has_expired_is_asked_for_anew() throws Exception {
    studio.manifest(2);
    studio.vidgo().results().faults(asked -> ResultFault.FIRST_ADDRESS_EXPIRED);

    Studio.Ended run = studio.run();

    assertThat(run.exit()).as(run.said()).isZero();
    Rendered.assertDelivered(studio, 2);
    assertThat(studio.vidgo().book().all())
        .allSatisfy(task -> assertThat(studio.vidgo().results().addresses(task)).isEqualTo(2));
    studio.report().assertBooksClose();
  }

  @Test
  void a_task_that_does_not_end_keeps_nobody_waiting_and_is_collected_by_a_later_resume()
      throws Exception {
    studio.manifest(3).job("failures", "{deadline: 1s}");
    studio
        .vidgo()
        .faults(
            (n, asked) ->
                asked.prompt().equals("take 2") ? SubmitFault.TASK_STUCK : SubmitFault.NONE);

    Studio.Ended run = studio.run();

    assertThat(run.exit()).as(run.said()).isEqualTo(6);
    assertThat(run.said()).contains("row-2  overdue, task " + stuck());
    assertThat(studio.report().statuses()).isEqualTo(Map.of("overdue", 1L, "succeeded", 2L));

    Studio.Ended early = studio.command("resume", RUN);
    assertThat(early.exit()).as(early.said()).isEqualTo(6);

    studio.vidgo().renderNow();
    try (Child resumed = studio.start("resume", RUN)) {
      assertThat(resumed.awaitExit(Duration.ofSeconds(60))).as(resumed.output()).isZero();
    }
    Rendered.assertDelivered(studio, 3);
    assertThat(studio.vidgo().submits()).isEqualTo(3);
    studio.report().assertBooksClose();
  }

  @Test
  void a_run_is_stopped_by_a_command_of_another_process() throws Exception {
    studio.manifest(4);
    paced(2);
    studio.vidgo().renderTime(Duration.ofHours(1));
    try (Child child = studio.startRun()) {
      awaitTasks(child, 2);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> Files.exists(studio.home().resolve("runs/" + RUN + "/live.json")));

      Studio.Ended stop = studio.command("stop", RUN);

      assertThat(stop.exit()).as(stop.said()).isZero();
      assertThat(stop.said()).contains(RUN).contains("pid " + child.pid());
      assertThat(child.awaitExit(Duration.ofSeconds(30))).as(child.output()).isEqualTo(4);
    }
    assertThat(studio.vidgo().submits()).isEqualTo(2);
    studio.vidgo().renderNow();
    Studio.Ended resumed = studio.command("resume", RUN);
    assertThat(resumed.exit()).as(resumed.said()).isZero();
    Rendered.assertDelivered(studio, 4);
  }

  private void paced(int inFlight) {
    studio.job(
        "provider",
        "{name: vidgo, base-url: \"%s\", submits-per-minute: 1200, max-in-flight: %d, polls-per-minute: 60000, typical-render: 100ms}"
            .formatted(studio.vidgo().url(), inFlight));
  }

  private void awaitTasks(Child child, int tasks) {
    await()
        .atMost(Duration.ofSeconds(90))
        .until(
            () -> {
              assertThat(child.isAlive()).as(child.output()).isTrue();
              return studio.vidgo().book().all().size() == tasks;
            });
  }

  private String stuck() {
    return studio.vidgo().book().all().stream()
        .filter(task -> task.asked().prompt().equals("take 2"))
        .map(Task::id)
        .findFirst()
        .orElseThrow();
  }

  private Set<String> paidRows() {
    return studio.vidgo().book().all().stream()
        .filter(task -> task.failure() == null)
        .map(Task::id)
        .collect(Collectors.toSet());
  }

  private Set<String> deliveredRows() {
    return studio.report().lines("results.csv").stream()
        .filter(line -> line.get("status").equals("succeeded"))
        .map(line -> line.get("task_id"))
        .collect(Collectors.toSet());
  }
}

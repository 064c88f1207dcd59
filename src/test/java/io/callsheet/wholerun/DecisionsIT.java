package io.callsheet.wholerun;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows whose submission has an unknown outcome, and how a person closes them. */
class DecisionsIT {
  private static final int ROWS = 4;
  private static final String RUN = "promo-1";

  @TempDir private Path folder;
  private Studio studio;

  @BeforeEach
  void open() throws Exception {
    studio = new Studio(folder, 100_000);
    studio.manifest(ROWS);
    studio
        .vidgo()
        .faults(
            (n, asked) ->
                switch (asked.prompt()) {
                  case "take 2" -> SubmitFault.DROPPED_AFTER_TAKING;
                  case "take 3" -> SubmitFault.ERROR_AFTER_TAKING;
                  default -> SubmitFault.NONE;
                });
  }

  @AfterEach
  void close() throws Exception {
    studio.close();
  }

  @Test
  void the_task_that_the_service_has_is_adopted_and_its_video_comes_home() throws Exception {
    inDoubt();

    Studio.Ended evidence = studio.command("resolve", RUN);
    assertThat(evidence.exit()).as(evidence.said()).isZero();
    assertThat(evidence.said())
        .contains("row-2", "row-3", "HTTP 500", "Internal error", "token", "balance")
        .contains("callsheet resolve " + RUN + " ROW --task ID")
        .doesNotContain("row-1", "row-4");
    Studio.Ended status = studio.command("status", RUN);
    assertThat(status.said()).containsPattern("in doubt +2").containsPattern("succeeded +2");

    Studio.Ended again = studio.command("redrive", RUN);
    assertThat(again.exit()).as(again.said()).isZero();
    assertThat(again.said()).contains("no row to run again", "callsheet resolve " + RUN);

    assertRefused("confirm", "row-2", "--task", "T99xdeadbeef");
    assertRefused("another row", "row-2", "--task", taskOf("take 1"));
    assertThat(studio.command("resolve", RUN, "row-2", "--task", taskOf("take 2")).exit()).isZero();
    assertThat(studio.command("resolve", RUN, "row-3", "--task", taskOf("take 3")).exit()).isZero();

    Studio.Ended resumed = studio.command("resume", RUN);
    assertThat(resumed.exit()).as(resumed.said()).isZero();
    Rendered.assertDelivered(studio, ROWS);
    assertThat(studio.vidgo().submits()).isEqualTo(ROWS);
    studio.report().assertBooksClose();
  }

  @Test
  void a_submission_that_may_still_arrive_is_not_given_free_but_can_be_written_off() {
    inDoubt();

    assertRefused("try again at 20", "--all", "--not-taken");

    Studio.Ended lost = studio.command("resolve", RUN, "row-2", "--write-off");
    assertThat(lost.exit()).as(lost.said()).isZero();
    assertThat(lost.said()).contains("row-2 is lost").contains("assumed");
    assertThat(studio.command("resume", RUN).exit()).as("row-3 is still in doubt").isEqualTo(6);
    assertThat(studio.command("resolve", RUN, "--all", "--write-off").exit()).isZero();
    Studio.Ended resumed = studio.command("resume", RUN);

    assertThat(resumed.exit()).as(resumed.said()).isEqualTo(3);
    assertThat(studio.report().statuses()).isEqualTo(Map.of("failed", 2L, "succeeded", 2L));
    for (String key : java.util.List.of("row-2", "row-3")) {
      Map<String, String> spent = studio.report().row("spend.csv", key);
      assertThat(spent.get("charge_basis")).isEqualTo("assumed");
      assertThat(Report.number(spent.get("credits_charged")))
          .isPositive()
          .isEqualByComparingTo(Report.number(spent.get("credits_estimated")));
      assertThat(studio.report().row("results.csv", key)).containsEntry("failure", "lost");
    }
    assertThat(studio.vidgo().submits()).isEqualTo(ROWS);
    assertThat(studio.report().summary().path("balance").path("unexplained").decimalValue())
        .as("the service has charged for what was written off")
        .isZero();
    studio.report().assertBooksClose();
  }

  private void inDoubt() {
    Studio.Ended run = studio.run();
    assertThat(run.exit()).as(run.said()).isEqualTo(6);
    assertThat(run.said()).contains("row-2", "row-3", "callsheet resolve " + RUN);
    assertThat(studio.report().statuses()).isEqualTo(Map.of("in-doubt", 2L, "succeeded", 2L));
  }

  private void assertRefused(String because, String... decision) {
    String[] command = new String[decision.length + 2];
    command[0] = "resolve";
    command[1] = RUN;
    System.arraycopy(decision, 0, command, 2, decision.length);
    Studio.Ended refused = studio.command(command);
    assertThat(refused.exit()).as(refused.said()).isEqualTo(2);
    assertThat(refused.said()).contains(because);
  }

  private String taskOf(String prompt) {
    return studio.vidgo().book().all().stream()
        .filter(task -> task.asked().prompt().equals(prompt))
        .map(Task::id)
        .findFirst()
        .orElseThrow();
  }
}

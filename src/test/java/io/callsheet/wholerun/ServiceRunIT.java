package io.callsheet.wholerun;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs against a service and a bucket that share no code with the program. */
class ServiceRunIT {
  private static final int ROWS = 12;

  @TempDir private Path folder;
  private Studio studio;

  @BeforeEach
  void open() throws Exception {
    studio = new Studio(folder, 10_000);
    studio.manifest(ROWS);
  }

  @AfterEach
  void close() throws Exception {
    studio.close();
  }

  @Test
  void every_row_is_rendered_once_and_its_video_is_what_the_service_made() throws Exception {
    Studio.Ended run = studio.run();

    assertThat(run.exit()).as(run.said()).isZero();
    assertThat(studio.report().statuses()).isEqualTo(Map.of("succeeded", (long) ROWS));
    studio.report().assertBooksClose();
    Rendered.assertDelivered(studio, ROWS);
    assertThat(studio.vidgo().book().acceptedByContent().values()).hasSize(ROWS).containsOnly(1L);
    assertThat(studio.bucket().puts()).as("6 characters and 2 performances").isEqualTo(8);
  }

  @Test
  void throttling_slow_answers_and_failing_tasks_cost_time_only() throws Exception {
    studio
        .vidgo()
        .faults(
            (n, asked) ->
                switch (n) {
                  case 2, 3 -> SubmitFault.THROTTLED;
                  case 5 -> SubmitFault.SLOW;
                  case 6 -> SubmitFault.TASK_FAILS;
                  default -> SubmitFault.NONE;
                });

    Studio.Ended run = studio.run();

    assertThat(run.exit()).as(run.said()).isZero();
    Rendered.assertDelivered(studio, ROWS);
    assertThat(studio.vidgo().book().all()).as("one failed task, sent again").hasSize(ROWS + 1);
    assertThat(studio.report().lines("results.csv"))
        .filteredOn(line -> line.get("attempts").equals("2"))
        .hasSize(1);
    studio.report().assertBooksClose();
  }

  @Test
  void an_answer_that_never_came_is_a_doubt_and_never_sent_again() throws Exception {
    studio
        .vidgo()
        .faults(
            (n, asked) ->
                switch (asked.prompt()) {
                  case "take 2" -> SubmitFault.ERROR_BEFORE_TAKING;
                  case "take 5" -> SubmitFault.ERROR_AFTER_TAKING;
                  case "take 9" -> SubmitFault.DROPPED_AFTER_TAKING;
                  default -> SubmitFault.NONE;
                });

    Studio.Ended run = studio.run();

    assertThat(run.exit()).as(run.said()).isEqualTo(6);
    assertThat(studio.report().statuses())
        .isEqualTo(Map.of("in-doubt", 3L, "succeeded", (long) ROWS - 3));
    assertThat(studio.report().lines("results.csv"))
        .filteredOn(line -> line.get("status").equals("in-doubt"))
        .extracting(line -> line.get("row_key"))
        .containsExactly("row-2", "row-5", "row-9");
    assertThat(studio.vidgo().submits()).isEqualTo(ROWS);
    studio.report().assertBooksClose();

    assertThat(studio.run().exit()).isEqualTo(6);
    assertThat(studio.vidgo().submits()).as("submits of both runs").isEqualTo(ROWS);
  }
}

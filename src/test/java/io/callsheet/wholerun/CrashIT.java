package io.callsheet.wholerun;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Kills runs with SIGKILL at the instants that matter, and carries them on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashIT {
  private CrashStudios studios;

  @BeforeAll
  void run_once_undisturbed(@TempDir Path temporary) throws Exception {
    studios = new CrashStudios(temporary);
  }

  @AfterAll
  void close() throws Exception {
    studios.close();
  }

  @Test
  void a_run_outlives_a_kill_at_each_instant_that_matters_on_h2() throws Exception {
    try (Studio studio = studios.onH2()) {
      killAt(studio, List.of(Moment.values()));
    }
  }

  @Test
  void a_run_that_dies_between_its_last_row_and_its_reports_writes_them_when_it_is_carried_on()
      throws Exception {
    try (Studio studio = studios.onH2()) {
      studio.manifest(CrashStudios.ROWS);
      Path results = studio.report().output().resolve(".results.csv.part");
      Path last = studio.report().output().resolve(".summary.json.part");
      for (Path pipe : List.of(results, last)) {
        try (Child child = Pipe.killsWhoeverOpens(pipe, studio::startRun)) {
          assertThat(child.isAlive()).isFalse();
        }
        assertThat(studio.report().output().resolve("summary.json")).doesNotExist();
      }
      Studio.Ended resumed = studio.command("resume", "last");
      assertThat(resumed.exit()).as(resumed.said()).isZero();
      assertThat(studio.report().lines("results.csv")).hasSize(CrashStudios.ROWS);
      assertThat(studio.report().lines("spend.csv")).hasSize(CrashStudios.ROWS);
      assertThat(studio.report().videos()).isEqualTo(studios.undisturbed());
      assertThat(studio.vidgo().submits()).isEqualTo(CrashStudios.ROWS);
    }
  }

  @Test
  void a_run_outlives_a_kill_at_each_instant_of_a_submit_on_postgresql() throws Exception {
    try (Studio studio = studios.onPostgres()) {
      killAt(
          studio,
          List.of(
              Moment.SUBMIT_RECEIVED,
              Moment.SUBMIT_ACCEPTED,
              Moment.SUBMIT_ANSWERED,
              Moment.FINISHED_TOLD,
              Moment.DOWNLOAD_ENDED));
    }
  }

  private void killAt(Studio studio, List<Moment> moments) throws Exception {
    Crashes crashes = new Crashes(studio, CrashStudios.ROWS);
    for (Moment moment : moments) {
      crashes.killAt(moment, 1);
    }
    crashes.carryOn();
    Crashes.Toll toll = crashes.toll(studios.undisturbed());
    toll.assertNothingLost();
    assertThat(toll.kills()).isEqualTo(moments.size());
    assertThat(toll.inDoubt()).isGreaterThanOrEqualTo(2);

    crashes.resolveWhatWasTaken();
    crashes.carryOn();
    Crashes.Toll resolved = crashes.toll(studios.undisturbed());
    resolved.assertNothingLost();
    assertThat(studio.vidgo().book().all())
        .as("every render that was paid is home")
        .hasSize(CrashStudios.ROWS - resolved.inDoubt());
  }
}

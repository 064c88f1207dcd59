package io.callsheet.wholerun;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills runs with SIGKILL, at instants that matter and at instants of chance, and carries them on.
 * {@code ./mvnw verify -Pcrash -Dkills=1000} does it for longer.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashIT {
  private static final int KILLS = Integer.getInteger("crash.kills", 8);
  private static final long SEED = Long.getLong("crash.seed", 7L);
  private static final int ROWS = 20;
  private static final int KILLS_OF_ONE_RUN = 6;

  /** Slow enough for kills to strike in the middle: about two seconds for all rows. */
  private static final String PACE =
      ", submits-per-minute: 600, max-in-flight: 6, polls-per-minute: 60000, typical-render: 100ms}";

  private Path folder;
  private Map<String, String> undisturbed;
  private Duration lifetime;
  private EmbeddedPostgres postgres;
  private int studios;

  @BeforeAll
  void run_once_undisturbed(@TempDir Path temporary) throws Exception {
    folder = temporary;
    try (Studio studio = studio()) {
      studio.manifest(ROWS).run();
    }
    try (Studio studio = studio()) {
      studio.manifest(ROWS);
      long start = System.nanoTime();
      Studio.Ended run = studio.run();
      lifetime = Duration.ofNanos(System.nanoTime() - start);
      assertThat(run.exit()).as(run.said()).isZero();
      undisturbed = studio.report().videos();
      assertThat(undisturbed).hasSize(ROWS);
    }
    postgres = EmbeddedPostgres.start();
  }

  @AfterAll
  void close() throws Exception {
    postgres.close();
  }

  @Test
  void a_run_outlives_a_kill_at_each_instant_that_matters_on_h2() throws Exception {
    try (Studio studio = studio()) {
      killAt(studio, List.of(Moment.values()));
    }
  }

  @Test
  void a_run_that_dies_between_its_last_row_and_its_reports_writes_them_when_it_is_carried_on()
      throws Exception {
    try (Studio studio = studio()) {
      studio.manifest(ROWS);
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
      assertThat(studio.report().lines("results.csv")).hasSize(ROWS);
      assertThat(studio.report().lines("spend.csv")).hasSize(ROWS);
      assertThat(studio.report().videos()).isEqualTo(undisturbed);
      assertThat(studio.vidgo().submits()).isEqualTo(ROWS);
    }
  }

  @Test
  void a_run_outlives_a_kill_at_each_instant_of_a_submit_on_postgresql() throws Exception {
    try (Studio studio = onPostgres(studio())) {
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

  @Test
  void runs_outlive_kills_at_any_instant_on_h2() throws Exception {
    killAtRandom(KILLS, false);
  }

  @Test
  void runs_outlive_kills_at_any_instant_on_postgresql() throws Exception {
    killAtRandom(Math.max(4, KILLS / 4), true);
  }

  private void killAt(Studio studio, List<Moment> moments) throws Exception {
    Crashes crashes = new Crashes(studio, ROWS);
    for (Moment moment : moments) {
      crashes.killAt(moment, 1);
    }
    crashes.carryOn();
    Crashes.Toll toll = crashes.toll(undisturbed);
    toll.assertNothingLost();
    assertThat(toll.kills()).isEqualTo(moments.size());
    assertThat(toll.inDoubt()).isGreaterThanOrEqualTo(2);

    crashes.resolveWhatWasTaken();
    crashes.carryOn();
    Crashes.Toll resolved = crashes.toll(undisturbed);
    resolved.assertNothingLost();
    assertThat(studio.vidgo().book().all())
        .as("every render that was paid is home")
        .hasSize(ROWS - resolved.inDoubt());
  }

  private void killAtRandom(int kills, boolean onPostgres) throws Exception {
    Random random = new Random(SEED);
    Crashes.Toll toll = Crashes.Toll.NONE;
    while (toll.kills() < kills) {
      try (Studio studio = onPostgres ? onPostgres(studio()) : studio()) {
        // Some answers take as long as they do over a real network: kills find submits in the air.
        studio.vidgo().faults((n, asked) -> n % 3 == 0 ? SubmitFault.SLOW : SubmitFault.NONE);
        Crashes crashes = new Crashes(studio, ROWS);
        int most = Math.min(KILLS_OF_ONE_RUN, kills - toll.kills());
        boolean through = false;
        while (!through && crashes.kills() < most) {
          through = !crashes.killAfter(lifetime.multipliedBy(random.nextInt(1200)).dividedBy(1000));
        }
        crashes.carryOn();
        toll = toll.and(crashes.toll(undisturbed));
      }
    }
    System.out.printf(
        "%s: %s (seed %d, lifetime of a run %d ms)%n",
        onPostgres ? "PostgreSQL" : "H2", toll, SEED, lifetime.toMillis());
    toll.assertNothingLost();
  }

  private Studio studio() throws Exception {
    Path root = Files.createDirectory(folder.resolve("studio-" + ++studios));
    Studio studio = new Studio(root, 100_000);
    return studio.job(
        "provider", "{name: vidgo, base-url: \"" + studio.vidgo().url() + "\"" + PACE);
  }

  private Studio onPostgres(Studio studio) throws Exception {
    return Postgres.useFreshDatabase(studio, postgres, "crash_" + studios);
  }
}

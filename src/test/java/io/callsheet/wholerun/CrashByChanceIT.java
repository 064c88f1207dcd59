package io.callsheet.wholerun;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills runs with SIGKILL at instants of chance, and carries them on. {@code ./mvnw verify -Pcrash
 * -Dkills=1000} does it for longer.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashByChanceIT {
  private static final int KILLS = Integer.getInteger("crash.kills", 8);
  private static final long SEED = Long.getLong("crash.seed", 7L);
  private static final int KILLS_OF_ONE_RUN = 6;

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
  void runs_outlive_kills_at_any_instant_on_h2() throws Exception {
    killAtRandom(KILLS, false);
  }

  @Test
  void runs_outlive_kills_at_any_instant_on_postgresql() throws Exception {
    killAtRandom(Math.max(4, KILLS / 4), true);
  }

  private void killAtRandom(int kills, boolean onPostgres) throws Exception {
    Random random = new Random(SEED);
    Crashes.Toll toll = Crashes.Toll.NONE;
    while (toll.kills() < kills) {
      try (Studio studio = onPostgres ? studios.onPostgres() : studios.onH2()) {
        // Some answers take as long as they do over a real network: kills find submits in the air.
        studio.vidgo().faults((n, asked) -> n % 3 == 0 ? SubmitFault.SLOW : SubmitFault.NONE);
        Crashes crashes = new Crashes(studio, CrashStudios.ROWS);
        int most = Math.min(KILLS_OF_ONE_RUN, kills - toll.kills());
        boolean through = false;
        while (!through && crashes.kills() < most) {
          through =
              !crashes.killAfter(
                  studios.lifetime().multipliedBy(random.nextInt(1200)).dividedBy(1000));
        }
        crashes.carryOn();
        toll = toll.and(crashes.toll(studios.undisturbed()));
      }
    }
    System.out.printf(
        "%s: %s (seed %d, lifetime of a run %d ms)%n",
        onPostgres ? "PostgreSQL" : "H2", toll, SEED, studios.lifetime().toMillis());
    toll.assertNothingLost();
  }
}

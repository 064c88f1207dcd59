package io.callsheet.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.ledger.Ledger;
import io.callsheet.testing.LedgerFile;
import io.callsheet.testing.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much of what a service bears is used when its limits are found out, and at what cost. */
class LevelSimulationTest {
  private static final int PLENTY = 100_000;
  private static final Duration WARM = Duration.ofMinutes(30);
  private static final Duration LONG = Duration.ofHours(1);

  @TempDir private static Path folder;
  private static LedgerFile file;

  @BeforeAll
  static void open() throws Exception {
    file = LedgerFile.in(folder);
  }

  @AfterAll
  static void close() {
    file.close();
  }

  @ParameterizedTest
  @CsvSource({
    "3, true",
    "3, false",
    "8, true",
    "8, false",
    "20, true",
    "20, false",
    "100, true",
    "100, false"
  })
  void of_places(int borne, boolean told, TestReporter reporter) {
    LevelSimulation simulation = simulation(600, 200).bears(borne, PLENTY).tells(told);
    simulation.run(WARM);

    LevelSimulation.Result result = simulation.run(LONG);

    System.out.printf(
        "%s: %s%n", "%d tasks at once, told: %s".formatted(borne, told), result.toString());
    assertThat(result.places()).isGreaterThan(0.9);
    assertThat(result.refusals()).isLessThan(10);
  }

  @ParameterizedTest
  @CsvSource({"20", "60", "200", "500"})
  void of_the_rate(int perMinute, TestReporter reporter) {
    LevelSimulation simulation = simulation(600, PLENTY).bears(PLENTY, perMinute);
    simulation.run(WARM);

    LevelSimulation.Result result = simulation.run(LONG);

    System.out.printf("%s: %s%n", "%d calls a minute".formatted(perMinute), result.toString());
    assertThat(result.rate()).isGreaterThan(0.8);
    assertThat(result.refusals()).isLessThan(5);
  }

  @Test
  void of_places_that_become_fewer_and_more(TestReporter reporter) {
    LevelSimulation simulation = simulation(600, 100).bears(60, PLENTY);
    for (int borne : new int[] {60, 15, 80}) {
      simulation.bears(borne, PLENTY);
      simulation.run(WARM);

      LevelSimulation.Result result = simulation.run(LONG);

      System.out.printf("%s: %s%n", "then %d at once".formatted(borne), result.toString());
      assertThat(result.places()).isGreaterThan(0.85);
      assertThat(result.refusals()).isLessThan(10);
    }
  }

  @Test
  void of_a_rate_that_falls_and_rises(TestReporter reporter) {
    LevelSimulation simulation = simulation(600, PLENTY);
    for (int perMinute : new int[] {300, 60, 400}) {
      simulation.bears(PLENTY, perMinute);
      simulation.run(WARM);

      LevelSimulation.Result result = simulation.run(LONG);

      System.out.printf("%s: %s%n", "then %d a minute".formatted(perMinute), result.toString());
      assertThat(result.rate()).isGreaterThan(0.85);
      assertThat(result.refusals()).isLessThan(5);
    }
  }

  @Test
  void a_service_that_bears_all_is_used_as_configured_and_never_refuses() {
    LevelSimulation simulation = simulation(60, 50).bears(PLENTY, PLENTY);
    simulation.run(WARM);

    LevelSimulation.Result result = simulation.run(LONG);

    assertThat(result.refusals()).isZero();
    assertThat(result.places() * PLENTY).isGreaterThan(0.95 * 50);
  }

  private static LevelSimulation simulation(int perMinute, int inFlight) {
    SettableClock clock = new SettableClock();
    return new LevelSimulation(
        new Ledger(file.database(), file.transactions(), clock).rates(),
        UUID.randomUUID().toString(),
        clock,
        perMinute,
        inFlight);
  }
}

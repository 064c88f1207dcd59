package io.callsheet.wholerun;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promises 2 and 3: what keeps a run from spending, and how it goes on. */
class MoneyStopsIT {
  private static final int ROWS = 10;

  @TempDir private Path folder;
  private Studio studio;

  @BeforeEach
  void open() throws Exception {
    studio = new Studio(folder, 100_000);
    studio.manifest(ROWS);
  }

  @AfterEach
  void close() throws Exception {
    studio.close();
  }

  @Test
  void a_cap_cuts_the_plan_and_is_never_passed() {
    studio.job("spend", "{cap: 150, approval: auto}");

    Studio.Ended run = studio.run();

    assertThat(run.exit()).as(run.said()).isEqualTo(3);
    Map<String, Long> statuses = studio.report().statuses();
    assertThat(statuses).containsOnlyKeys("succeeded", "not-run");
    assertThat(statuses.get("succeeded")).isPositive();
    assertThat(studio.vidgo().submits()).isEqualTo(statuses.get("succeeded").intValue());
    assertThat(charged()).isPositive().isLessThanOrEqualTo(BigDecimal.valueOf(150));
    assertThat(studio.report().lines("results.csv"))
        .filteredOn(line -> line.get("status").equals("not-run"))
        .allSatisfy(line -> assertThat(line.get("reason")).startsWith("over-cap"));
    studio.report().assertBooksClose();
  }

  @Test
  void an_empty_account_pauses_the_run_which_goes_on_after_a_top_up() throws Exception {
    studio.vidgo().book().topUp(-100_000 + 150);

    Studio.Ended paused = studio.run();

    assertThat(paused.exit()).as(paused.said()).isEqualTo(5);
    assertThat(paused.said())
        .contains("the account holds 150 credits", "the first one that it does not pay for is row-")
        .contains("credits", "callsheet resume promo-1");
    assertThat(studio.report().statuses()).doesNotContainKey("failed");
    assertThat(studio.vidgo().book().all()).isNotEmpty().hasSizeLessThan(ROWS);

    studio.vidgo().book().topUp(10_000);
    Studio.Ended resumed = studio.command("resume", "last");

    assertThat(resumed.exit()).as(resumed.said()).isZero();
    Rendered.assertDelivered(studio, ROWS);
    assertThat(studio.vidgo().book().acceptedByContent().values()).containsOnly(1L).hasSize(ROWS);
    assertThat(studio.report().summary().path("balance").path("added").decimalValue())
        .isEqualByComparingTo("10000");
    studio.report().assertBooksClose();
  }

  @Test
  void a_wrong_key_pauses_the_run_before_anything_else_is_asked() {
    studio.environment("CALLSHEET_API_KEY", "another-key-of-the-tests");

    try (Child child = studio.startRun()) {
      assertThat(child.awaitExit(Duration.ofSeconds(60))).as(child.output()).isEqualTo(5);
      assertThat(child.output()).contains("key").doesNotContain("another-key-of-the-tests");
    }
    assertThat(studio.vidgo().submits()).isZero();
    assertThat(studio.vidgo().calls()).isBetween(1, 9);

    studio.environment("CALLSHEET_API_KEY", RecordingVidgo.KEY);
    Studio.Ended resumed = studio.command("resume", "promo-1");
    assertThat(resumed.exit()).as(resumed.said()).isZero();
    Rendered.assertDelivered(studio, ROWS);
  }

  @Test
  void a_plan_waits_for_approval_and_goes_on_with_yes() {
    studio.job("spend", "{cap: 100000}");

    Studio.Ended waiting = studio.run();

    assertThat(waiting.exit()).as(waiting.said()).isEqualTo(5);
    assertThat(waiting.said()).contains("approval");
    assertThat(studio.vidgo().submits()).isZero();
    assertThat(studio.report().lines("plan.csv")).hasSize(ROWS);

    Studio.Ended approved = studio.run("--yes");

    assertThat(approved.exit()).as(approved.said()).isZero();
    Rendered.assertDelivered(studio, ROWS);
    assertThat(studio.report().summary().path("run").asString()).isEqualTo("promo-1");
  }

  private BigDecimal charged() {
    return studio.report().summary().path("credits").path("charged").decimalValue();
  }
}

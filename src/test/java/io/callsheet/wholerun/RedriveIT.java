package io.callsheet.wholerun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Running unsuccessful rows again: which, for how much, and only when somebody agrees. */
class RedriveIT {
  private static final int ROWS = 4;
  private static final String RUN = "promo-1";

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
  void rows_that_the_service_failed_run_again_and_refused_ones_only_by_force() throws Exception {
    failTwo();

    Studio.Ended unasked = studio.command("redrive", RUN);
    assertThat(unasked.exit()).as(unasked.said()).isEqualTo(2);
    assertThat(unasked.said())
        .contains("1 row again", "row-2", "Render node went away", "--yes")
        .doesNotContain("row-3");
    assertThat(studio.vidgo().submits()).isEqualTo(ROWS);

    Studio.Ended redriven = studio.command("redrive", RUN, "--yes");
    assertThat(redriven.exit()).as(redriven.said()).isEqualTo(3);
    assertThat(submitted()).containsExactly("take 2");
    assertThat(studio.report().statuses()).isEqualTo(Map.of("succeeded", 3L, "failed", 1L));

    Studio.Ended nothing = studio.command("redrive", RUN, "--yes");
    assertThat(nothing.said()).contains("no row to run again").contains("--force");
    assertThat(submitted()).containsExactly("take 2");

    Studio.Ended forced = studio.command("redrive", RUN, "--force", "--yes");
    assertThat(forced.exit()).as(forced.said()).isZero();
    assertThat(submitted()).containsExactly("take 2", "take 3");
    Rendered.assertDelivered(studio, ROWS);
    studio.report().assertBooksClose();
  }

  @Test
  void a_row_that_has_a_video_is_paid_again_only_by_name_and_by_force() throws Exception {
    Studio.Ended run = studio.run();
    assertThat(run.exit()).as(run.said()).isZero();
    BigDecimal once = studio.report().sum("spend.csv", "credits_charged");

    Studio.Ended named = studio.command("redrive", RUN, "--rows", "row-1", "--yes");
    assertThat(named.said()).contains("no row to run again");
    Studio.Ended unnamed = studio.command("redrive", RUN, "--force", "--yes");
    assertThat(unnamed.said()).contains("no row to run again");
    assertThat(studio.vidgo().submits()).isEqualTo(ROWS);

    Studio.Ended forced = studio.command("redrive", RUN, "--rows", "row-1", "--force", "--yes");

    assertThat(forced.exit()).as(forced.said()).isZero();
    assertThat(forced.said()).contains("PAYS AGAIN");
    assertThat(submitted()).containsExactly("take 1");
    Task paid = studio.vidgo().book().all().get(ROWS);
    assertThat(studio.report().row("results.csv", "row-1"))
        .containsEntry("attempts", "2")
        .containsEntry("task_id", paid.id());
    assertThat(studio.report().sum("spend.csv", "credits_charged"))
        .isEqualByComparingTo(once.add(paid.price()));
    Rendered.assertDelivered(studio, ROWS);
    studio.report().assertBooksClose();
  }

  @Test
  void a_short_video_is_told_with_the_command_that_pays_for_a_new_one() throws Exception {
    studio.vidgo().results().faults(asked -> ResultFault.SHORT);
    Studio.Ended run = studio.run();
    assertThat(run.exit()).as("a short video is a video; " + run.said()).isZero();
    Map<Boolean, List<String>> keys =
        studio.report().lines("results.csv").stream()
            .collect(
                Collectors.partitioningBy(
                    line -> line.get("reason").startsWith("short: "),
                    Collectors.mapping(line -> line.get("row_key"), Collectors.toList())));
    assertThat(keys.get(true)).isNotEmpty();
    assertThat(keys.get(false)).as("the shortest itself").isNotEmpty();
    assertThat(run.said()).contains("SHORT", "callsheet redrive " + RUN + " --short --force");
    BigDecimal once = studio.report().sum("spend.csv", "credits_charged");
    studio.vidgo().results().faults(asked -> ResultFault.NONE);

    Studio.Ended unforced = studio.command("redrive", RUN, "--short", "--yes");
    assertThat(unforced.exit()).as(unforced.said()).isEqualTo(2);
    assertThat(unforced.said()).contains(keys.get(true)).contains("PAYS AGAIN", "--force");
    assertThat(submitted()).isEmpty();

    Studio.Ended redriven = studio.command("redrive", RUN, "--short", "--force", "--yes");

    assertThat(redriven.exit()).as(redriven.said()).isZero();
    assertThat(redriven.said()).contains("PAYS AGAIN").doesNotContain("SHORT ");
    assertThat(submitted()).hasSameSizeAs(keys.get(true));
    assertThat(studio.report().lines("results.csv")).allMatch(line -> line.get("reason").isEmpty());
    assertThat(studio.report().sum("spend.csv", "credits_charged")).isGreaterThan(once);
    studio.report().assertBooksClose();
    String statement =
        studio
            .command("statement", "--json")
            .said()
            .lines()
            .filter(l -> l.startsWith("{"))
            .findFirst()
            .orElseThrow();
    JsonNode spent = JsonMapper.shared().readTree(statement);
    assertThat(spent.path("total").path("charged").decimalValue())
        .isEqualByComparingTo(studio.report().sum("spend.csv", "credits_charged"));
  }

  @Test
  void rows_over_the_cap_run_when_the_cap_is_raised_which_counts_all_rounds() throws Exception {
    BigDecimal price = onePerformance();
    studio.job("spend", "{cap: %s, approval: auto}".formatted(price));
    Studio.Ended run = studio.run();
    assertThat(run.exit()).as(run.said()).isEqualTo(3);
    assertThat(studio.report().statuses()).isEqualTo(Map.of("succeeded", 1L, "not-run", 3L));

    Studio.Ended same = studio.command("redrive", RUN, "--yes");
    assertThat(same.exit()).as(same.said()).isEqualTo(3);
    assertThat(studio.vidgo().submits()).as("nothing is left of the cap").isEqualTo(1);

    // Room for one more, and not quite for two.
    String cap = price.multiply(BigDecimal.valueOf(3)).subtract(BigDecimal.ONE).toString();
    Studio.Ended more = studio.command("redrive", RUN, "--cap", cap, "--yes");
    assertThat(more.exit()).as(more.said()).isEqualTo(3);
    assertThat(studio.vidgo().submits()).isEqualTo(2);
    assertThat(studio.report().statuses()).isEqualTo(Map.of("succeeded", 2L, "not-run", 2L));
    assertThat(studio.report().sum("spend.csv", "credits_charged"))
        .isEqualByComparingTo(price.multiply(BigDecimal.valueOf(2)));

    String all = price.multiply(BigDecimal.valueOf(ROWS)).toString();
    Studio.Ended last = studio.command("redrive", RUN, "--cap", all, "--yes");
    assertThat(last.exit()).as(last.said()).isZero();
    Rendered.assertDelivered(studio, ROWS);
    assertThat(studio.vidgo().book().acceptedByContent().values()).hasSize(ROWS).containsOnly(1L);
    studio.report().assertBooksClose();
  }

  @Test
  void rows_of_an_asset_in_quarantine_run_when_somebody_trusts_it_again() throws Exception {
    String bad = "performances/jump-for-joy.mp4";
    List<String> lines = new ArrayList<>(List.of("row_key,character,performance,prompt"));
    List<String> characters = List.of("fiona-fox.jpg", "captain-kite.jpg", "mira-dj.png");
    for (int i = 1; i <= 6; i++) {
      lines.add("row-%d,characters/%s,%s,take %d".formatted(i, characters.get(i % 3), bad, i));
    }
    lines.add("row-7,characters/fiona-fox.jpg,performances/wave-hello.mp4,another");
    studio.manifest(lines).job("failures", "{retries: 0, tolerate: 100%}");
    studio.job(
        "provider",
        "{name: vidgo, base-url: \"%s\", submits-per-minute: 1200, max-in-flight: 1, polls-per-minute: 60000, typical-render: 100ms}"
            .formatted(studio.vidgo().url()));
    studio
        .vidgo()
        .faults(
            (n, asked) ->
                asked.prompt().startsWith("take")
                    ? SubmitFault.TASK_VIOLATES_POLICY
                    : SubmitFault.NONE);
    String command = "callsheet redrive " + RUN + " --asset " + bad;

    Studio.Ended run = studio.run();

    assertThat(run.exit()).as(run.said()).isEqualTo(3);
    assertThat(studio.report().statuses())
        .isEqualTo(Map.of("succeeded", 1L, "failed", 3L, "not-run", 3L));
    assertThat(run.said())
        .containsSubsequence(
            bad + " failed with 3 different characters (moderation: ",
            "its other 3 rows are held",
            command,
            "HELD",
            command);
    assertThat(studio.report().row("results.csv", "row-5").get("reason")).contains(bad, "policy");
    assertThat(studio.command("status").said()).contains(command);

    Studio.Ended plain = studio.command("redrive", RUN, "--force", "--yes");
    assertThat(plain.said()).contains("no row to run again", command);
    Studio.Ended misspelt = studio.command("redrive", RUN, "--asset", "jump.mp4", "--yes");
    assertThat(misspelt.exit()).as(misspelt.said()).isEqualTo(2);
    assertThat(studio.vidgo().submits()).isEqualTo(4);

    studio.vidgo().faults((n, asked) -> SubmitFault.NONE);
    Studio.Ended trusted = studio.command("redrive", RUN, "--asset", bad, "--yes");
    assertThat(trusted.exit()).as(trusted.said()).isEqualTo(3);
    assertThat(studio.report().statuses()).isEqualTo(Map.of("succeeded", 4L, "failed", 3L));
    assertThat(studio.command("status").said()).doesNotContain("held");
    studio.report().assertBooksClose();
  }

  /** Gives every row the same performance, and so the same price. */
  private BigDecimal onePerformance() throws IOException {
    String performance = "performances/wave-hello.mp4";
    List<String> lines = new ArrayList<>(List.of("row_key,character,performance,prompt"));
    for (int i = 1; i <= ROWS; i++) {
      lines.add("row-%d,characters/fiona-fox.jpg,%s,take %d".formatted(i, performance, i));
    }
    studio.manifest(lines);
    byte[] movie = Files.readAllBytes(studio.root().resolve("assets").resolve(performance));
    return Movie.price(Movie.seconds(movie), "720p");
  }

  private void failTwo() {
    studio.job("failures", "{retries: 0, tolerate: 100%}");
    studio
        .vidgo()
        .faults(
            (n, asked) ->
                switch (asked.prompt()) {
                  case "take 2" -> SubmitFault.TASK_FAILS;
                  case "take 3" -> SubmitFault.TASK_VIOLATES_POLICY;
                  default -> SubmitFault.NONE;
                });
    Studio.Ended run = studio.run();
    assertThat(run.exit()).as(run.said()).isEqualTo(3);
    assertThat(studio.report().row("results.csv", "row-2")).containsEntry("failure", "provider");
    assertThat(studio.report().row("results.csv", "row-3")).containsEntry("failure", "moderation");
    studio.vidgo().faults((n, asked) -> SubmitFault.NONE);
  }

  /** What was asked for since the first pass. */
  private List<String> submitted() {
    return studio.vidgo().book().all().stream()
        .skip(ROWS)
        .map(task -> task.asked().prompt())
        .toList();
  }
}

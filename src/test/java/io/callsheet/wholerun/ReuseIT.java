package io.callsheet.wholerun;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What exists already is not paid again, unless somebody says so. */
class ReuseIT {
  private static final String HEADER = "row_key,character,performance,prompt";
  private static final String HELLO = ",characters/fiona-fox.jpg,performances/wave-hello.mp4,take ";

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
  void an_edited_manifest_pays_only_for_the_rows_that_changed() throws Exception {
    studio.manifest(List.of(HEADER, "a" + HELLO + 1, "b" + HELLO + 2, "c" + HELLO + 3));
    Studio.Ended first = studio.run();
    assertThat(first.exit()).as(first.said()).isZero();
    Map<String, String> before = studio.report().videos();

    studio.manifest(List.of(HEADER, "a" + HELLO + 1, "b" + HELLO + "two", "c" + HELLO + 3));
    Studio.Ended edited = studio.run();

    assertThat(edited.exit()).as(edited.said()).isZero();
    assertThat(studio.report().statuses()).isEqualTo(Map.of("reused", 2L, "succeeded", 1L));
    assertThat(studio.vidgo().submits()).isEqualTo(4);
    assertThat(studio.vidgo().book().all().get(3).asked().prompt()).isEqualTo("take two");
    for (String reused : List.of("a", "c")) {
      assertThat(studio.report().row("results.csv", reused))
          .containsEntry("video", "videos/" + reused + ".mp4")
          .containsEntry("sha256", before.get(reused + ".mp4"));
      assertThat(studio.report().videos())
          .containsEntry(reused + ".mp4", before.get(reused + ".mp4"));
      assertThat(Report.number(studio.report().row("spend.csv", reused).get("credits_charged")))
          .isZero();
    }
    assertThat(studio.report().sum("spend.csv", "credits_charged"))
        .isEqualByComparingTo(studio.vidgo().book().all().get(3).price());
    studio.report().assertBooksClose();
  }

  @Test
  void an_edited_manifest_of_a_thousand_rows_submits_the_three_that_changed() {
    studio.job("provider", fast());
    studio.vidgo().renderTime(Duration.ZERO);
    studio.manifest(thousand(Set.of()));
    Studio.Ended first = studio.run();
    assertThat(first.exit()).as(first.said()).isZero();
    assertThat(studio.vidgo().submits()).isEqualTo(1000);

    studio.manifest(thousand(Set.of(7, 500, 1000)));
    Studio.Ended edited = studio.run();

    assertThat(edited.exit()).as(edited.said()).isZero();
    assertThat(studio.vidgo().submits()).isEqualTo(1003);
    assertThat(studio.report().statuses()).isEqualTo(Map.of("reused", 997L, "succeeded", 3L));
    assertThat(studio.report().lines("plan.csv"))
        .filteredOn(line -> line.get("action").equals("render"))
        .extracting(line -> line.get("row_key") + ": " + line.get("reason"))
        .containsExactly("r7: prompt changed", "r500: prompt changed", "r1000: prompt changed");
    assertThat(studio.report().row("plan.csv", "r8").get("reason"))
        .isEqualTo("the same as r8 of promo-1");
    studio.report().assertBooksClose();
  }

  private String fast() {
    return ("{name: vidgo, base-url: \"%s\", submits-per-minute: 60000, max-in-flight: 200,"
            + " polls-per-minute: 60000, typical-render: 10ms}")
        .formatted(studio.vidgo().url());
  }

  private static List<String> thousand(Set<Integer> edited) {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    for (int no = 1; no <= 1000; no++) {
      lines.add("r" + no + HELLO + no + (edited.contains(no) ? " again" : ""));
    }
    return lines;
  }

  @Test
  void a_canary_shows_every_file_and_the_rest_is_rendered_after_it() throws Exception {
    studio.manifest(12);

    Studio.Ended canary = studio.run("--canary");
    assertThat(canary.exit()).as(canary.said()).isZero();
    int few = studio.vidgo().submits();
    assertThat(few).isBetween(2, 11);
    assertThat(studio.vidgo().book().all().stream().map(task -> task.asked().video()).distinct())
        .hasSize(2);
    assertThat(studio.vidgo().book().all().stream().map(task -> task.asked().image()).distinct())
        .hasSize(few);

    Studio.Ended rest = studio.run();
    assertThat(rest.exit()).as(rest.said()).isZero();
    assertThat(studio.vidgo().submits()).isEqualTo(12);
    assertThat(studio.report().statuses())
        .isEqualTo(Map.of("reused", (long) few, "succeeded", 12L - few));
    assertThat(studio.vidgo().book().acceptedByContent().values()).containsOnly(1L);
    studio.report().assertBooksClose();
  }

  @Test
  void a_row_that_wants_no_reuse_and_one_that_is_forced_are_paid_again() {
    List<String> rows =
        List.of(HEADER + ",reuse", "a" + HELLO + "1,", "b" + HELLO + "1,no", "c" + HELLO + "1,no");
    studio.manifest(rows);
    Studio.Ended first = studio.run();
    assertThat(first.exit()).as(first.said()).isZero();
    assertThat(studio.vidgo().submits()).isEqualTo(3);

    Studio.Ended forced = studio.command("redrive", "last", "--rows", "a", "--force", "--yes");
    assertThat(forced.exit()).as(forced.said()).isZero();
    assertThat(forced.said()).contains("PAYS AGAIN");
    assertThat(studio.vidgo().submits()).isEqualTo(4);
    studio.report().assertBooksClose();
  }

  @Test
  void two_identical_rows_are_rendered_once_and_both_get_the_video() {
    studio.manifest(List.of(HEADER, "a" + HELLO + 1, "b" + HELLO + 2, "twin" + HELLO + 1));

    Studio.Ended run = studio.run();

    assertThat(run.exit()).as(run.said()).isZero();
    assertThat(studio.vidgo().submits()).isEqualTo(2);
    assertThat(studio.report().row("results.csv", "a")).containsEntry("status", "succeeded");
    assertThat(studio.report().row("results.csv", "twin")).containsEntry("status", "reused");
    Map<String, String> videos = studio.report().videos();
    assertThat(videos).containsOnlyKeys("a.mp4", "b.mp4", "twin.mp4");
    assertThat(videos.get("twin.mp4")).isEqualTo(videos.get("a.mp4"));
    assertThat(videos.get("b.mp4")).isNotEqualTo(videos.get("a.mp4"));
    studio.report().assertBooksClose();
  }

  @Test
  void again_delivers_what_is_there_and_pays_only_without_reuse() throws Exception {
    studio.manifest(2).run();

    Studio.Ended again = studio.run("--again");

    assertThat(again.exit()).as(again.said()).isZero();
    assertThat(studio.report().statuses()).isEqualTo(Map.of("reused", 2L));
    assertThat(studio.vidgo().submits()).isEqualTo(2);
    assertThat(studio.report().sum("spend.csv", "credits_charged")).isZero();

    Studio.Ended anew = studio.run("--again", "--no-reuse");

    assertThat(anew.exit()).as(anew.said()).isZero();
    assertThat(studio.report().statuses()).isEqualTo(Map.of("succeeded", 2L));
    assertThat(studio.vidgo().book().acceptedByContent().values()).hasSize(2).containsOnly(2L);
    assertThat(studio.report().sum("spend.csv", "credits_charged")).isPositive();
    studio.report().assertBooksClose();
  }

  @Test
  void a_render_that_was_changed_on_disk_is_not_delivered_again_and_redrive_renders_it_anew()
      throws Exception {
    studio.manifest(2).run();
    Map<String, String> rendered = studio.report().videos();
    Path changed = studio.report().output().resolve("videos/row-2.mp4");
    Files.write(changed, Movie.marked(Files.readAllBytes(changed), "somebody's own cut"));
    String ownCut = Movie.sha256(Files.readAllBytes(changed));

    Studio.Ended again = studio.run("--again");

    assertThat(again.exit()).as(again.said()).isEqualTo(3);
    assertThat(studio.report().row("results.csv", "row-1")).containsEntry("status", "reused");
    assertThat(studio.report().row("results.csv", "row-2").get("status")).isEqualTo("not-run");
    assertThat(studio.report().row("results.csv", "row-2").get("reason"))
        .startsWith("render-gone")
        .contains("redrive");
    assertThat(studio.vidgo().submits()).isEqualTo(2);

    Studio.Ended redriven = studio.command("redrive", "last", "--yes");

    assertThat(redriven.exit()).as(redriven.said()).isZero();
    assertThat(studio.vidgo().submits()).isEqualTo(3);
    assertThat(redriven.said())
        .contains("for up to " + studio.vidgo().book().all().get(2).price() + " credits");
    assertThat(studio.report().row("results.csv", "row-2"))
        .containsEntry("status", "succeeded")
        .containsEntry("sha256", rendered.get("row-2.mp4"));
    assertThat(studio.report().videos())
        .containsEntry("row-2.mp4", rendered.get("row-2.mp4"))
        .containsEntry(".earlier/" + ownCut + ".mp4", ownCut);
    studio.report().assertBooksClose();
  }
}

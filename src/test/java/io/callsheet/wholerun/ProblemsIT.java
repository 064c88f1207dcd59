package io.callsheet.wholerun;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise 12: problems are told, nothing is spent, and what was refused can be mended. */
class ProblemsIT {
  @TempDir private Path folder;

  @Test
  void a_manifest_with_problems_spends_nothing_and_its_mended_rows_run() throws Exception {
    try (Studio studio = new Studio(folder, 10_000)) {
      studio.manifest(
          List.of(
              "row_key,character,performance,resolution,note",
              "good,characters/pip-robot.png,performances/wave-hello.mp4,720p,keep me",
              "typo,characters/pip-robbot.png,performances/wave-hello.mp4,720p,and me",
              "blurry,characters/mira-dj.png,performances/wave-hello.mp4,4k,me too"));

      Studio.Ended refused = studio.run();

      assertThat(refused.exit()).as(refused.said()).isEqualTo(2);
      assertThat(refused.said()).contains("pip-robot.png").contains("4k");
      assertThat(studio.vidgo().submits()).isZero();
      assertThat(studio.bucket().puts()).isZero();
      assertThat(studio.report().lines("rejected.csv"))
          .extracting(line -> line.get("row_key"), line -> line.get("line"))
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("typo", "3"),
              org.assertj.core.groups.Tuple.tuple("blurry", "4"));

      String mended =
          studio
              .report()
              .read("rejected.csv")
              .replace("pip-robbot", "pip-robot")
              .replace("4k", "1080p");
      Files.writeString(studio.root().resolve("manifest.csv"), mended);
      Studio.Ended run = studio.run();

      assertThat(run.exit()).as(run.said()).isZero();
      assertThat(studio.report().statuses()).isEqualTo(Map.of("succeeded", 2L));
      assertThat(studio.report().header("results.csv"))
          .startsWith("row_key", "character", "performance", "resolution", "note", "status");
      studio.report().assertBooksClose();
    }
  }

  @Test
  void accepted_problems_are_skipped_and_the_good_rows_rendered() throws Exception {
    try (Studio studio = new Studio(folder, 10_000)) {
      studio
          .job("problems", "skip")
          .manifest(
              List.of(
                  "row_key,character,performance",
                  "good,characters/pip-robot.png,performances/wave-hello.mp4",
                  "gone,characters/nobody.png,performances/wave-hello.mp4"));

      Studio.Ended run = studio.run();

      assertThat(run.exit()).as(run.said()).isEqualTo(3);
      assertThat(studio.report().statuses()).isEqualTo(Map.of("succeeded", 1L, "rejected", 1L));
      assertThat(studio.vidgo().submits()).isEqualTo(1);
      studio.report().assertBooksClose();
    }
  }
}

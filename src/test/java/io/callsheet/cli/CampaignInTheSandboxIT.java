package io.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignInTheSandboxIT {
  private static final Path SAMPLES = Path.of("samples/summer-launch");

  @TempDir private Path folder;

  @Test
  void a_run_is_made_shown_and_reported_and_not_paid_a_second_time() throws Exception {
    Path job = job();
    CommandLineProbe callsheet = new CommandLineProbe(folder.resolve("home"));

    assertThat(callsheet.run("status")).isZero();
    assertThat(callsheet.out()).startsWith("No run yet.");

    assertThat(callsheet.run("plan", job.toString())).as(callsheet.err()).isZero();
    assertThat(callsheet.out())
        .contains("spring-1: the plan for 1 row", "render", "45 credits", "0.23 USD");

    assertThat(callsheet.run("run", job.toString())).as(callsheet.err()).isZero();
    assertThat(callsheet.out())
        .contains(
            "spring-1: 1 succeeded",
            "charged  45 credits (0.23 USD) of the cap of 100",
            "balance  5000 before, 4955 after, 0 unexplained");
    assertThat(folder.resolve("out/videos/hero.mp4")).isNotEmptyFile();

    assertThat(callsheet.run("run", job.toString())).isZero();
    assertThat(callsheet.out()).startsWith("spring-1 has ended with the same inputs");

    assertThat(callsheet.run("status", "last", "--json")).isZero();
    assertThat(callsheet.out()).contains("\"run\":\"spring-1\"", "\"succeeded\":1");
    assertThat(callsheet.run("runs")).isZero();
    assertThat(callsheet.out().lines()).hasSize(2);
    assertThat(callsheet.out()).contains("spring-1 ", "ended", " 45 ", " 100 ");

    Files.delete(folder.resolve("out/results.csv"));
    assertThat(callsheet.run("report", "spring-1")).isZero();
    assertThat(folder.resolve("out/results.csv")).content().contains("videos/hero.mp4");

    assertThat(callsheet.run("report", "spring-9")).isEqualTo(2);
    assertThat(callsheet.err())
        .isEqualToNormalizingNewlines(
            "callsheet: there is no run spring-9; the newest is spring-1 (callsheet runs lists all)\n");
  }

  @Test
  void a_manifest_with_problems_spends_nothing_and_says_them_all() throws Exception {
    Path job = job();
    Files.writeString(
        folder.resolve("rows.csv"),
        """
        row_key,character,performance,resolution
        hero,hero.png,wave.mp4,
        lost,gone.png,wave.mp4,
        vague,hero.png,wave.mp4,4k
        """);
    CommandLineProbe callsheet = new CommandLineProbe(folder.resolve("home"));
    assertThat(callsheet.run("run", job.toString())).isEqualTo(2);
    assertThat(callsheet.out()).containsPattern("   3  character +gone.png +is not there");
    assertThat(callsheet.out()).containsPattern("   4  resolution +4k +no such value");
    assertThat(callsheet.err().lines()).hasSize(1);
    assertThat(callsheet.err()).contains("2 of 3 rows have problems; nothing was spent");
    assertThat(folder.resolve("out/rejected.csv")).content().contains("lost", "vague");
    assertThat(callsheet.run("status", "last")).isZero();
    assertThat(callsheet.out()).contains("spring-1: refused", "charged 0, reserved 0");
  }

  @Test
  void a_plan_that_waits_for_approval_spends_nothing_until_somebody_gives_it() throws Exception {
    Path job = job();
    Files.writeString(job, Files.readString(job).replace("approval: auto", "approval: manual"));
    CommandLineProbe callsheet = new CommandLineProbe(folder.resolve("home"));

    assertThat(callsheet.run("run", job.toString())).isEqualTo(5);
    assertThat(callsheet.err()).contains("callsheet approve spring-1").hasLineCount(1);
    assertThat(callsheet.run("resume", "last")).isEqualTo(5);
    assertThat(callsheet.out()).contains("charged  0 credits");

    assertThat(callsheet.run("approve", "last", "--by", "Ann")).as(callsheet.err()).isZero();
    assertThat(callsheet.out()).contains("spring-1: 45 credits (0.23 USD) approved by Ann");
    assertThat(callsheet.run("resume", "last")).as(callsheet.err()).isZero();
    assertThat(callsheet.out()).contains("charged  45 credits");

    assertThat(callsheet.run("approve", "last")).isEqualTo(2);
    assertThat(callsheet.err()).contains("only a planned run waits for approval");
  }

  /** Its files were written just before a second was full. */
  private Path job() throws Exception {
    FileTime nearlyTheNext = FileTime.from(Instant.parse("2026-03-11T04:23:18.999900Z"));
    Path hero = folder.resolve("hero.png");
    Path wave = folder.resolve("wave.mp4");
    Files.copy(SAMPLES.resolve("characters/lina-barista.png"), hero);
    Files.copy(SAMPLES.resolve("performances/wave-hello.mp4"), wave);
    Files.setLastModifiedTime(hero, nearlyTheNext);
    Files.setLastModifiedTime(wave, nearlyTheNext);
    Files.writeString(
        folder.resolve("rows.csv"), "row_key,character,performance\nhero,hero.png,wave.mp4\n");
    return Files.writeString(
        folder.resolve("job.yaml"),
        """
        name: spring
        manifest: rows.csv
        assets: .
        output: out
        spend: {cap: 100, approval: auto}
        provider: {name: sandbox, typical-render: 1s}
        sandbox: {render-time: 1s-1s}
        """);
  }
}

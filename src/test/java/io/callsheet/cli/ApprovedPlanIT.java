package io.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An approved plan is spent exactly as approved, or not at all. */
class ApprovedPlanIT {
  private static final Path SAMPLES = Path.of("samples/summer-launch");

  @TempDir private Path folder;
  private CommandLineProbe callsheet;
  private Path job;

  @BeforeEach
  void open() throws Exception {
    callsheet = new CommandLineProbe(folder.resolve("home"));
    Files.copy(SAMPLES.resolve("characters/lina-barista.png"), folder.resolve("hero.png"));
    Files.copy(SAMPLES.resolve("performances/wave-hello.mp4"), folder.resolve("wave.mp4"));
    Files.writeString(
        folder.resolve("rows.csv"), "row_key,character,performance\nhero,hero.png,wave.mp4\n");
    job =
        Files.writeString(
            folder.resolve("job.yaml"),
            """
            name: spring
            manifest: rows.csv
            assets: .
            output: out
            spend: {cap: 100, approval: manual}
            provider: {name: sandbox, typical-render: 1s}
            sandbox: {render-time: 1s-1s}
            """);
  }

  @Test
  void what_changed_since_the_approval_is_named_and_nothing_is_spent_until_a_new_one()
      throws Exception {
    assertThat(callsheet.run("plan", job.toString())).as(callsheet.err()).isZero();
    assertThat(callsheet.run("approve", "last", "--by", "Ann")).as(callsheet.err()).isZero();
    assertThat(callsheet.out()).contains("45 credits", "Ann", "callsheet resume spring-1");
    assertThat(callsheet.run("approve", "last", "--by", "Bob")).isZero();
    assertThat(callsheet.out()).contains("Ann approved it already");

    Files.write(folder.resolve("wave.mp4"), new byte[8], StandardOpenOption.APPEND);
    set("cap: 100", "cap: 200, rounding: exact");
    for (String[] command : new String[][] {{"resume", "last"}, {"run", job.toString(), "--yes"}}) {
      assertThat(callsheet.run(command)).isEqualTo(2);
      assertThat(callsheet.err())
          .contains("Ann approved its plan", "callsheet plan " + job)
          .containsPattern("spend.cap +100 → 200")
          .containsPattern("spend.rounding +ceil-second → exact")
          .containsPattern("wave.mp4 +has other bytes");
    }
    assertThat(callsheet.run("runs", "--json")).isZero();
    assertThat(callsheet.out()).contains("PLANNED", "\"charged\":0", "\"approved_by\":\"Ann\"");

    assertThat(callsheet.run("plan", job.toString())).as(callsheet.err()).isZero();
    assertThat(callsheet.out()).startsWith("spring-2: the plan for 1 row");
    assertThat(callsheet.err()).contains("spring-1", "approval by Ann is void", "wave.mp4");
    assertThat(callsheet.run("resume", "last")).as("not approved").isEqualTo(5);
  }

  @Test
  void a_file_with_another_time_and_the_same_bytes_is_no_change() throws Exception {
    callsheet.run("plan", job.toString());
    callsheet.run("approve", "last");
    Files.setLastModifiedTime(
        folder.resolve("wave.mp4"), FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    assertThat(callsheet.run("resume", "last")).as(callsheet.err()).isZero();
    assertThat(callsheet.out()).contains("charged  45 credits");
    assertThat(callsheet.run("approve", "last")).isEqualTo(2);
    assertThat(callsheet.err()).contains("spring-1 is ended");
    assertThat(folder.resolve("out/summary.json")).content().contains("\"credits\" : 45");
  }

  @Test
  void yes_approves_no_plan_that_an_earlier_command_showed_otherwise() throws Exception {
    callsheet.run("plan", job.toString(), "--cap", "90");
    assertThat(callsheet.run("run", job.toString(), "--yes")).isEqualTo(2);
    assertThat(callsheet.err()).containsPattern("spend.cap +90 → 100");
    Files.writeString(folder.resolve("rows.csv"), "x\n");
    callsheet.run("approve", "last");
    assertThat(callsheet.err()).containsPattern("rows.csv +has other bytes");
  }

  @Test
  void a_cap_of_the_command_line_goes_with_the_plan_and_is_part_of_the_offer() {
    callsheet.run("plan", job.toString(), "--cap", "90");
    assertThat(callsheet.run("approve", "last")).as(callsheet.err()).isZero();
    assertThat(callsheet.out()).contains("callsheet resume spring-1 --cap 90");
    assertThat(callsheet.run("run", job.toString(), "--cap", "80")).isEqualTo(2);
    assertThat(callsheet.err()).contains("callsheet plan " + job + " --cap 80");
  }

  @Test
  void with_approval_auto_a_changed_plan_is_made_anew_and_shown_before_it_is_spent()
      throws Exception {
    set("approval: manual", "approval: auto");
    callsheet.run("plan", job.toString());
    set("rounding: ceil-second", "rounding: exact");
    assertThat(callsheet.run("resume", "last")).as(callsheet.err()).isZero();
    assertThat(callsheet.err()).contains("spring-1", "ceil-second → exact");
    assertThat(callsheet.out())
        .startsWith("spring-2: the plan for 1 row")
        .contains("spring-2: 1 succeeded");
  }

  private void set(String was, String is) throws Exception {
    String text = Files.readString(job);
    Files.writeString(
        job,
        text.contains(was)
            ? text.replace(was, is)
            : text.replace("approval: auto", "approval: auto, " + is));
  }
}

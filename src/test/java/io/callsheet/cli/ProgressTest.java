package io.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.ledger.RowCounts;
import io.callsheet.ledger.Run;
import io.callsheet.model.Credits;
import io.callsheet.model.RowState;
import io.callsheet.model.RunId;
import io.callsheet.model.RunPhase;
import io.callsheet.model.Sha256;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final Sha256 HASH = new Sha256("00".repeat(32));

  private final StringWriter out = new StringWriter();
  private final Hands clock = new Hands();

  @Test
  void a_pipe_gets_whole_lines_at_most_every_five_seconds_and_none_twice() {
    Progress progress = progress(false);
    for (int second = 0; second < 14; second++) {
      progress.show(run(RunPhase.RUNNING), rows(Math.min(second, 9), 2));
      clock.now = clock.now.plusSeconds(1);
    }
    progress.end();
    String rest = "; 2 rendering; 9 charged, 18 reserved of 100 credits";
    assertThat(out.toString().lines())
        .containsExactly(
            "spring-1: 0 of 2 rows ended" + rest,
            "spring-1: 5 of 7 rows ended" + rest,
            "spring-1: 9 of 11 rows ended" + rest);
    assertThat(out.toString()).doesNotContain("\u001b");
  }

  @Test
  void a_screen_is_drawn_over_and_left_empty() {
    Progress progress = progress(true);
    progress.show(run(RunPhase.RUNNING), rows(1, 3));
    clock.now = clock.now.plusSeconds(65);
    progress.show(run(RunPhase.RUNNING), rows(2, 2));
    progress.end();
    String erase = "\u001b[2A\u001b[J";
    assertThat(out.toString().split(java.util.regex.Pattern.quote(erase), -1)).hasSize(3);
    assertThat(out.toString()).endsWith(erase).contains("2 of 4 rows   1:05");
  }

  @Test
  void time_left_is_told_once_three_rows_have_ended() {
    Progress progress = progress(true);
    progress.show(run(RunPhase.RUNNING), rows(0, 6));
    clock.now = clock.now.plusSeconds(30);
    progress.show(run(RunPhase.RUNNING), rows(2, 4));
    assertThat(out.toString()).doesNotContain("left");
    progress.show(run(RunPhase.RUNNING), rows(3, 3));
    assertThat(out.toString()).contains("0:30, about 0:30 left");
  }

  @Test
  void no_line_is_longer_than_the_screen() {
    Progress progress =
        new Progress(
            new Terminal(new PrintWriter(out, true), new PrintWriter(out), true, 30), clock);
    progress.show(run(RunPhase.RUNNING), rows(1, 3));
    assertThat(out.toString().lines()).hasSize(2).allMatch(line -> line.length() < 30);
  }

  @Test
  void planning_shows_nothing() {
    Progress progress = progress(true);
    progress.show(run(RunPhase.PLANNING), rows(0, 4));
    progress.end();
    assertThat(out.toString()).isEmpty();
  }

  private Progress progress(boolean live) {
    return new Progress(
        new Terminal(new PrintWriter(out, true), new PrintWriter(out), live), clock);
  }

  private static RowCounts rows(long succeeded, long rendering) {
    return new RowCounts(Map.of(RowState.SUCCEEDED, succeeded, RowState.RENDERING, rendering), 0);
  }

  static Run run(RunPhase phase) {
    return new Run(
        new RunId("spring", 1),
        "",
        1,
        phase,
        HASH,
        HASH,
        Path.of("job.yaml"),
        Path.of("out"),
        "all",
        true,
        List.of(),
        1,
        Credits.of(100),
        Credits.of(18),
        Credits.of(9),
        null,
        null,
        false,
        Instant.EPOCH,
        null,
        null,
        null);
  }

  /** Stands where it was set. */
  private static final class Hands extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}

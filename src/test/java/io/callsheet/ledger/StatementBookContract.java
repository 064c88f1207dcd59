package io.callsheet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.ledger.CollectBook.Delivered;
import io.callsheet.ledger.StatementBook.Amounts;
import io.callsheet.ledger.StatementBook.By;
import io.callsheet.ledger.StatementBook.Line;
import io.callsheet.ledger.StatementBook.Wanted;
import io.callsheet.model.ChargeBasis;
import io.callsheet.model.Credits;
import io.callsheet.model.FailureClass;
import io.callsheet.model.Orientation;
import io.callsheet.model.Rate;
import io.callsheet.model.Resolution;
import io.callsheet.model.RowKey;
import io.callsheet.model.RunId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Seven rows of one run: each kind of end that spend can have. */
abstract class StatementBookContract {
  private static final Credits BILLED = Credits.parse("36.5");

  private Scene scene;

  abstract OpenLedger open();

  @BeforeEach
  void a_run_with_every_kind_of_row() {
    scene = Scene.empty(open(), Credits.of(1_000));
    scene.add(
        List.of(
            row(1, "Acme", "a.png"),
            row(2, "Acme", "a.png"),
            row(3, "Best", "b.png"),
            row(4, "Best", "b.png"),
            row(5, "Best", "b.png"),
            row(6, "", "c.png"),
            NewRows.bad(7, "character: is empty")));
    scene.probeAll();
    scene.decide(
        List.of(
            Scene.render(1),
            new Decision.Follow(2, Duration.ofMillis(4_200), Scene.digest("content 1"), "2.mp4", 1),
            Scene.render(3),
            Scene.render(4),
            Scene.render(5),
            Scene.render(6)));
    scene.start();
    scene
        .ledger
        .uploads()
        .record(
            scene.id,
            List.of(1L, 3L, 4L, 5L, 6L).stream().map(UploadBook.Uploaded.Staged::new).toList());
    deliver(1, BILLED);
    scene
        .ledger
        .collects()
        .record(
            scene.id, List.of(new Delivered(2, Scene.digest("v"), Duration.ofSeconds(4), true)));
    scene.answer(new Answer.Doubt(scene.intend(3), 0, "reset"));
    scene.ledger.doubts().writeOff(scene.id, scene.ledger.doubts().open(scene.id).get(0));
    scene.answer(new Answer.Refused(scene.intend(4), 400, "bad", FailureClass.MEDIA));
    scene.answer(new Answer.Doubt(scene.intend(5), 0, "reset"));
    deliver(6, Scene.PRICE);
  }

  @Test
  void the_lines_add_up_to_what_the_run_was_charged_and_holds() {
    for (By by : By.values()) {
      Amounts total = total(read(by));
      assertThat(total.charged()).as(by.word()).isEqualTo(scene.run().charged());
      assertThat(total.reserved()).as(by.word()).isEqualTo(scene.run().reserved());
      assertThat(total.rows()).as(by.word()).isEqualTo(7);
    }
  }

  @Test
  void each_client_has_its_own_line_and_the_dearest_is_first() {
    assertThat(read(By.CLIENT))
        .containsExactly(
            line(
                List.of(""),
                new Amounts(
                    2,
                    1,
                    0,
                    0,
                    seconds(4),
                    seconds(5),
                    Scene.PRICE,
                    Credits.ZERO,
                    Credits.ZERO,
                    Credits.ZERO)),
            line(
                List.of("Best"),
                new Amounts(
                    3,
                    0,
                    0,
                    2,
                    seconds(0),
                    seconds(5),
                    Scene.PRICE,
                    Scene.PRICE,
                    Scene.PRICE,
                    Credits.ZERO)),
            line(
                List.of("Acme"),
                new Amounts(
                    2,
                    1,
                    1,
                    0,
                    seconds(4),
                    Duration.ofMillis(4_055),
                    BILLED,
                    Credits.ZERO,
                    Credits.ZERO,
                    Credits.of(45))));
  }

  @Test
  void several_columns_make_a_line_for_each_of_their_pairs() {
    assertThat(read(By.CHARACTER, By.RESOLUTION, By.JOB).stream().map(Line::names))
        .containsExactly(
            List.of("b.png", "720p", scene.id.job()),
            List.of("c.png", "720p", scene.id.job()),
            List.of("a.png", "720p", scene.id.job()),
            List.of("", "", scene.id.job()));
  }

  @Test
  void a_charge_counts_on_the_day_it_was_booked_and_its_row_with_it() {
    Instant before = scene.now().plusSeconds(1);
    open().clock().advance(Duration.ofDays(1));
    scene.ledger.doubts().writeOff(scene.id, scene.ledger.doubts().open(scene.id).get(0));

    Amounts first = total(read(null, before, By.RUN));
    Amounts second = total(read(before, null, By.RUN));

    assertThat(second.charged()).isEqualTo(Scene.PRICE);
    assertThat(second.rows()).isEqualTo(1);
    assertThat(second.failed()).isEqualTo(1);
    assertThat(first.rows()).isEqualTo(6);
    assertThat(first.charged().plus(second.charged())).isEqualTo(scene.run().charged());
  }

  @Test
  void a_day_begins_with_its_first_moment_and_ends_before_the_next() {
    Instant now = scene.now();
    assertThat(read(now, now.plusMillis(1), By.RUN)).hasSize(1);
    assertThat(read(now.plusMillis(1), null, By.RUN)).isEmpty();
    assertThat(read(null, now, By.RUN)).isEmpty();
  }

  @Test
  void a_run_that_only_planned_is_left_out() {
    Scene planned = Scene.imported(open(), Credits.of(100), 1);
    assertThat(lines(wanted(null, List.of(planned.id), null, null, By.RUN))).isEmpty();
  }

  @Test
  void a_job_is_all_its_runs_and_no_other() {
    Scene other = Scene.ready(open(), Credits.of(100), 1);
    assertThat(lines(wanted(scene.id.job(), List.of(), null, null, By.RUN)))
        .extracting(Line::names)
        .containsExactly(List.of(scene.id.toString()));
    assertThat(lines(wanted(null, List.of(scene.id, other.id), null, null, By.RUN))).hasSize(2);
  }

  private void deliver(long no, Credits charged) {
    scene.verdict(
        new Verdict.Finished(
            scene.rendering(no),
            URI.create("https://files.example/1.mp4"),
            charged,
            ChargeBasis.PROVIDER));
    scene
        .ledger
        .collects()
        .record(
            scene.id,
            List.of(new Delivered(no, Scene.digest("v" + no), Duration.ofSeconds(4), false)));
  }

  private static NewRow row(long no, String client, String character) {
    return new NewRow(
        no,
        no + 1,
        new RowKey("row-" + no),
        List.of(),
        character,
        "dance.mp4",
        "waves",
        Orientation.VIDEO,
        Resolution.P720,
        client,
        "summer",
        Long.MAX_VALUE,
        false,
        List.of(),
        0);
  }

  private static Line line(List<String> names, Amounts amounts) {
    return new Line(names, amounts);
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  private static Amounts total(List<Line> lines) {
    return lines.stream().map(Line::amounts).reduce(Amounts.NONE, Amounts::plus);
  }

  private List<Line> read(By... by) {
    return read(null, null, by);
  }

  private List<Line> read(@Nullable Instant from, @Nullable Instant until, By... by) {
    return lines(wanted(null, List.of(scene.id), from, until, by));
  }

  private static Wanted wanted(
      @Nullable String job,
      List<RunId> runs,
      @Nullable Instant from,
      @Nullable Instant until,
      By... by) {
    return new Wanted(List.of(by), job, runs, from, until, Rate.VIDGO);
  }

  private List<Line> lines(Wanted wanted) {
    List<Line> lines = new ArrayList<>();
    scene.ledger.statements().read(wanted, lines::add);
    return lines;
  }
}

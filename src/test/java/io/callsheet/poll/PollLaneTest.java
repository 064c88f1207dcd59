package io.callsheet.poll;

import static io.callsheet.testing.LedgerFile.ESTIMATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.lane.Pause;
import io.callsheet.ledger.PollRow;
import io.callsheet.ledger.RenderKind;
import io.callsheet.ledger.Verdict;
import io.callsheet.model.Credits;
import io.callsheet.model.FailureClass;
import io.callsheet.model.Resolution;
import io.callsheet.model.RowState;
import io.callsheet.provider.StatusOutcome;
import io.callsheet.testing.LedgerFile;
import io.callsheet.testing.LedgerRun;
import io.callsheet.testing.SettableClock;
import io.callsheet.testing.Turns;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class PollLaneTest {
  private static final URI FILE = URI.create("https://files.test/1.mp4");

  private static final RenderKind KIND =
      new RenderKind("https://v.test", "model", Resolution.P720, 5);

  @TempDir private static Path folder;
  private static LedgerFile file;

  private final SettableClock clock = new SettableClock();
  private final LedgerRun run =
      file.run(clock, Credits.of(1000), "a.png+x.mp4", "b.png+y.mp4").rendering();

  private final PollDesk desk = new PollDesk(run, clock);

  @BeforeAll
  static void open() throws Exception {
    file = LedgerFile.in(folder);
  }

  @AfterAll
  static void close() {
    file.close();
  }

  @BeforeEach
  void when_the_tasks_may_be_done() {
    clock.advance(Duration.ofMinutes(1));
  }

  @Test
  void a_finished_row_is_charged_what_the_service_says() throws Exception {
    desk.answer(new StatusOutcome.Finished(FILE, Credits.of(31)));

    Turns.one(desk.lane());

    assertThat(run.state(1)).isEqualTo("RENDERED");
    assertThat(run.column(1, "video_url")).isEqualTo(FILE.toString());
    assertThat(run.column(1, "basis")).isEqualTo("PROVIDER");
    assertThat(run.attempts(1)).containsExactly("FINISHED");
    assertThat(run.credits(1)).containsExactly("RESERVE 36/0", "SETTLE -36/31");
    assertSums(Credits.ZERO, Credits.of(62));
  }

  @Test
  void a_finished_task_gives_its_place_back_before_it_is_booked() throws Exception {
    desk.answer(new StatusOutcome.Finished(FILE, null));
    PollLane lane = desk.lane();
    PollRow row = lane.claim(1).get(0);

    assertThat(lane.work(row)).isNotNull();

    assertThat(run.state(row.no())).isEqualTo("RENDERING");
    assertThat(desk.inFlight.size()).isEqualTo(1);
  }

  @Test
  void a_failed_task_keeps_its_place_until_the_consequences_are_drawn() throws Exception {
    desk.answer(new StatusOutcome.Failed(FailureClass.MEDIA, "no face"));
    PollLane lane = desk.lane();
    PollRow row = lane.claim(1).get(0);

    Verdict verdict = Objects.requireNonNull(lane.work(row));

    assertThat(desk.inFlight.size()).isEqualTo(2);
    lane.record(List.of(verdict));
    assertThat(desk.inFlight.size()).isEqualTo(1);
  }

  @Test
  void a_charge_above_the_reserve_is_booked_as_billed() throws Exception {
    desk.answer(new StatusOutcome.Finished(FILE, Credits.of(50)));

    Turns.one(desk.lane());

    assertThat(run.credits(1)).containsExactly("RESERVE 36/0", "SETTLE -36/50");
    assertSums(Credits.ZERO, Credits.of(100));
  }

  @Test
  void where_the_service_says_nothing_the_charge_is_computed() throws Exception {
    desk.answer(new StatusOutcome.Finished(FILE, null));

    Turns.one(desk.lane());

    assertThat(run.column(1, "basis")).isEqualTo("COMPUTED");
    assertThat(run.credits(1)).containsExactly("RESERVE 36/0", "SETTLE -36/36");
    assertSums(Credits.ZERO, ESTIMATE.times(2));
  }

  @Test
  void a_working_task_is_asked_for_again_later() throws Exception {
    desk.answer(new StatusOutcome.Working("running"));
    clock.advance(Duration.ofSeconds(40));
    PollLane lane = desk.lane();

    assertThat(Turns.one(lane)).isEqualTo(2);

    assertThat(run.state(1)).isEqualTo("RENDERING");
    assertThat(lane.isWatching()).isTrue();
    assertThat(run.attempts(1)).containsExactly("ACCEPTED");
    assertSums(ESTIMATE.times(2), Credits.ZERO);
    assertAskedAgainAfter(10, lane);
  }

  @Test
  void who_asks_for_a_task_keeps_it_from_all_others_until_it_dies() throws Exception {
    desk.answer(new StatusOutcome.Working("running"));
    Turns.one(desk.lane());

    assertThat(Turns.one(desk.lane())).as("by another one").isZero();
    run.ledger().runs().makeDue(run.id());
    assertThat(Turns.one(desk.lane())).as("after a new start").isEqualTo(2);
  }

  @Test
  void a_failed_poll_decides_nothing_and_rests_longer_each_time() throws Exception {
    desk.answer(new StatusOutcome.NoAnswer(502, "bad gateway"));
    PollLane lane = desk.lane();

    assertThat(Turns.one(lane)).isEqualTo(2);
    for (int seconds : new int[] {1, 2, 4}) {
      assertAskedAgainAfter(seconds, lane);
    }
    assertThat(run.state(1)).isEqualTo("RENDERING");
    assertThat(desk.control.isDraining()).isFalse();
  }

  @Test
  void a_throttled_poll_closes_the_gate_for_all() throws Exception {
    desk.answer(new StatusOutcome.Throttled(Duration.ofSeconds(40)));
    PollLane lane = desk.lane();
    assertThat(lane.work(lane.claim(1).get(0))).as("to record").isNull();

    assertThat(desk.gate().take()).isEqualTo(clock.instant().plusSeconds(40));
    assertThat(run.state(1)).isEqualTo("RENDERING");
    assertThat(desk.control.isDraining()).isFalse();
  }

  @Test
  void a_refused_key_pauses_the_run_and_decides_nothing() throws Exception {
    desk.answer(new StatusOutcome.KeyRefused(401, "bad key"));

    Turns.one(desk.lane());

    assertThat(desk.control.pause().orElseThrow().kind()).isEqualTo(Pause.Kind.KEY);
    assertThat(run.state(1)).isEqualTo("RENDERING");
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureClass.class,
      mode = Mode.INCLUDE,
      names = {"MODERATION", "MEDIA", "REQUEST"})
  void what_would_fail_again_is_not_retried(FailureClass why) throws Exception {
    desk.answer(new StatusOutcome.Failed(why, "no"));

    Turns.one(desk.lane());

    assertThat(run.state(1)).isEqualTo("FAILED");
    assertThat(run.column(1, "failure")).isEqualTo(why.name());
    assertThat(run.credits(1)).containsExactly("RESERVE 36/0", "RELEASE -36/0");
    assertSums(Credits.ZERO, Credits.ZERO);
  }

  @Test
  void a_failure_of_the_service_is_retried_as_often_as_the_job_says() throws Exception {
    desk.answer(new StatusOutcome.Failed(FailureClass.PROVIDER, "gpu lost"));

    for (int retry = 1; retry <= 2; retry++) {
      Turns.one(desk.lane());
      assertThat(run.state(1)).isEqualTo("STAGED");
      assertThat(run.column(1, "retries")).isEqualTo((long) retry);
      clock.advance(Duration.ofMinutes(1));
      run.submitted("again-" + retry);
      clock.advance(Duration.ofMinutes(1));
    }
    Turns.one(desk.lane());

    assertThat(run.state(1)).isEqualTo("FAILED");
    assertThat(run.column(1, "failure")).isEqualTo("PROVIDER");
    assertThat(run.attempts(1)).containsExactly("FAILED", "FAILED", "FAILED");
    assertSums(Credits.ZERO, Credits.ZERO);
  }

  @Test
  void past_the_deadline_a_row_is_overdue_and_keeps_nothing_waiting() throws Exception {
    desk.answer(new StatusOutcome.Working("running"));
    clock.advance(PollDesk.DEADLINE.plusSeconds(1));

    Turns.one(desk.lane());

    assertThat(run.state(1)).isEqualTo("RENDERING");
    assertThat(run.column(1, "overdue")).isEqualTo(true);
    assertThat(run.ledger().submits().rendering(run.id())).isEmpty();
    assertThat(desk.inFlight.size()).as("places held").isZero();
    assertThat(run.ledger().lanes().isLive(run.id(), false)).isFalse();
    assertThat(run.ledger().lanes().nextDue(run.id(), RowState.RENDERING))
        .contains(clock.instant().plus(Duration.ofMinutes(10)));
  }

  @Test
  void an_overdue_render_that_comes_after_all_is_taken() throws Exception {
    desk.answer(new StatusOutcome.Working("running"));
    clock.advance(PollDesk.DEADLINE.plusSeconds(1));
    Turns.one(desk.lane());
    clock.advance(Duration.ofMinutes(10));
    desk.answer(new StatusOutcome.Finished(FILE, Credits.of(36)));

    Turns.one(desk.lane());

    assertThat(run.state(1)).isEqualTo("RENDERED");
    assertThat(run.column(1, "overdue")).isEqualTo(false);
  }

  @Test
  void tasks_from_before_a_stop_teach_nothing_about_render_times() throws Exception {
    Duration first = desk.schedule.first(KIND);
    desk.answer(new StatusOutcome.Finished(FILE, null));
    clock.advance(Duration.ofHours(1));

    Turns.one(desk.lane());

    assertThat(run.state(1)).isEqualTo("RENDERED");
    assertThat(desk.schedule.first(KIND)).isEqualTo(first);
  }

  @Test
  void a_stop_ends_a_poll_that_was_not_made() throws Exception {
    desk.answer(new StatusOutcome.Finished(FILE, null));
    desk.control.stop();

    Turns.one(desk.lane());

    assertThat(desk.service.polls).isEmpty();
    assertThat(run.state(1)).isEqualTo("RENDERING");
  }

  private void assertAskedAgainAfter(int seconds, PollLane lane) throws Exception {
    clock.advance(Duration.ofSeconds(seconds).minusMillis(1));
    assertThat(Turns.one(lane)).as("asked too soon").isZero();
    clock.advance(Duration.ofMillis(1));
    assertThat(Turns.one(lane)).isEqualTo(2);
  }

  private void assertSums(Credits reserved, Credits charged) {
    assertThat(run.ledger().runs().booksClose(run.id())).isTrue();
    assertThat(run.ledger().runs().get(run.id()).reserved()).isEqualTo(reserved);
    assertThat(run.ledger().runs().get(run.id()).charged()).isEqualTo(charged);
  }
}

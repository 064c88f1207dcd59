package io.callsheet.poll;

import static io.callsheet.testing.LedgerFile.ESTIMATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.lane.Consequences;
import io.callsheet.lane.Pause;
import io.callsheet.lane.Places;
import io.callsheet.lane.Quarantine;
import io.callsheet.lane.RateGate;
import io.callsheet.lane.RunControl;
import io.callsheet.lane.Tolerance;
import io.callsheet.ledger.RenderKind;
import io.callsheet.model.Credits;
import io.callsheet.model.FailureClass;
import io.callsheet.model.Rate;
import io.callsheet.model.Resolution;
import io.callsheet.model.Rounding;
import io.callsheet.model.RowState;
import io.callsheet.model.TaskId;
import io.callsheet.provider.StatusOutcome;
import io.callsheet.testing.LedgerFile;
import io.callsheet.testing.LedgerRun;
import io.callsheet.testing.ScriptedService;
import io.callsheet.testing.SettableClock;
import io.callsheet.testing.Turns;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
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
  private static final Duration DEADLINE = Duration.ofHours(2);

  private static final RenderKind KIND =
      new RenderKind("https://v.test", "model", Resolution.P720, 5);

  @TempDir private static Path folder;
  private static LedgerFile file;

  private final SettableClock clock = new SettableClock();
  private final RunControl control = new RunControl(clock);
  private final ScriptedService service = new ScriptedService();
  private final PollSchedule schedule =
      new PollSchedule(kind -> Optional.empty(), Duration.ofSeconds(20), 60_000);
  private final LedgerRun run =
      file.run(clock, Credits.of(1000), "a.png+x.mp4", "b.png+y.mp4").rendering();

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
    answer(new StatusOutcome.Finished(FILE, Credits.of(31)));

    Turns.one(lane());

    assertThat(run.state(1)).isEqualTo("RENDERED");
    assertThat(run.column(1, "video_url")).isEqualTo(FILE.toString());
    assertThat(run.column(1, "basis")).isEqualTo("PROVIDER");
    assertThat(run.attempts(1)).containsExactly("FINISHED");
    assertThat(run.credits(1)).containsExactly("RESERVE 36/0", "SETTLE -36/31");
    assertSums(Credits.ZERO, Credits.of(62));
  }

  @Test
  void a_charge_above_the_reserve_is_booked_as_billed() throws Exception {
    answer(new StatusOutcome.Finished(FILE, Credits.of(50)));

    Turns.one(lane());

    assertThat(run.credits(1)).containsExactly("RESERVE 36/0", "SETTLE -36/50");
    assertSums(Credits.ZERO, Credits.of(100));
  }

  @Test
  void where_the_service_says_nothing_the_charge_is_computed() throws Exception {
    answer(new StatusOutcome.Finished(FILE, null));

    Turns.one(lane());

    assertThat(run.column(1, "basis")).isEqualTo("COMPUTED");
    assertThat(run.credits(1)).containsExactly("RESERVE 36/0", "SETTLE -36/36");
    assertSums(Credits.ZERO, ESTIMATE.times(2));
  }

  @Test
  void a_working_task_is_asked_for_again_later() throws Exception {
    answer(new StatusOutcome.Working("running"));
    clock.advance(Duration.ofSeconds(40));
    PollLane lane = lane();

    assertThat(Turns.one(lane)).isEqualTo(2);

    assertThat(run.state(1)).isEqualTo("RENDERING");
    assertThat(lane.isWatching()).isTrue();
    assertThat(run.attempts(1)).containsExactly("ACCEPTED");
    assertSums(ESTIMATE.times(2), Credits.ZERO);
    assertAskedAgainAfter(10, lane);
  }

  @Test
  void who_asks_for_a_task_keeps_it_from_all_others_until_it_dies() throws Exception {
    answer(new StatusOutcome.Working("running"));
    Turns.one(lane());

    assertThat(Turns.one(lane())).as("by another one").isZero();
    run.ledger().runs().makeDue(run.id());
    assertThat(Turns.one(lane())).as("after a new start").isEqualTo(2);
  }

  @Test
  void a_failed_poll_decides_nothing_and_rests_longer_each_time() throws Exception {
    answer(new StatusOutcome.NoAnswer(502, "bad gateway"));
    PollLane lane = lane();

    assertThat(Turns.one(lane)).isEqualTo(2);
    for (int seconds : new int[] {1, 2, 4}) {
      assertAskedAgainAfter(seconds, lane);
    }
    assertThat(run.state(1)).isEqualTo("RENDERING");
    assertThat(control.isDraining()).isFalse();
  }

  @Test
  void a_throttled_poll_closes_the_gate_for_all() throws Exception {
    answer(new StatusOutcome.Throttled(Duration.ofSeconds(40)));
    PollLane lane = lane();
    assertThat(lane.work(lane.claim(1).get(0))).as("to record").isNull();

    assertThat(gate().take()).isEqualTo(clock.instant().plusSeconds(40));
    assertThat(run.state(1)).isEqualTo("RENDERING");
    assertThat(control.isDraining()).isFalse();
  }

  @Test
  void a_refused_key_pauses_the_run_and_decides_nothing() throws Exception {
    answer(new StatusOutcome.KeyRefused(401, "bad key"));

    Turns.one(lane());

    assertThat(control.pause().orElseThrow().kind()).isEqualTo(Pause.Kind.KEY);
    assertThat(run.state(1)).isEqualTo("RENDERING");
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureClass.class,
      mode = Mode.INCLUDE,
      names = {"MODERATION", "MEDIA", "REQUEST"})
  void what_would_fail_again_is_not_retried(FailureClass why) throws Exception {
    answer(new StatusOutcome.Failed(why, "no"));

    Turns.one(lane());

    assertThat(run.state(1)).isEqualTo("FAILED");
    assertThat(run.column(1, "failure")).isEqualTo(why.name());
    assertThat(run.credits(1)).containsExactly("RESERVE 36/0", "RELEASE -36/0");
    assertSums(Credits.ZERO, Credits.ZERO);
  }

  @Test
  void a_failure_of_the_service_is_retried_as_often_as_the_job_says() throws Exception {
    answer(new StatusOutcome.Failed(FailureClass.PROVIDER, "gpu lost"));

    for (int retry = 1; retry <= 2; retry++) {
      Turns.one(lane());
      assertThat(run.state(1)).isEqualTo("STAGED");
      assertThat(run.column(1, "retries")).isEqualTo((long) retry);
      clock.advance(Duration.ofMinutes(1));
      run.submitted("again-" + retry);
      clock.advance(Duration.ofMinutes(1));
    }
    Turns.one(lane());

    assertThat(run.state(1)).isEqualTo("FAILED");
    assertThat(run.column(1, "failure")).isEqualTo("PROVIDER");
    assertThat(run.attempts(1)).containsExactly("FAILED", "FAILED", "FAILED");
    assertSums(Credits.ZERO, Credits.ZERO);
  }

  @Test
  void past_the_deadline_a_row_is_overdue_and_keeps_nothing_waiting() throws Exception {
    answer(new StatusOutcome.Working("running"));
    clock.advance(DEADLINE.plusSeconds(1));

    Turns.one(lane());

    assertThat(run.state(1)).isEqualTo("RENDERING");
    assertThat(run.column(1, "overdue")).isEqualTo(true);
    assertThat(run.ledger().submits().rendering(run.id())).as("slots held").isZero();
    assertThat(run.ledger().lanes().isLive(run.id(), false)).isFalse();
    assertThat(run.ledger().lanes().nextDue(run.id(), RowState.RENDERING))
        .contains(clock.instant().plus(Duration.ofMinutes(10)));
  }

  @Test
  void an_overdue_render_that_comes_after_all_is_taken() throws Exception {
    answer(new StatusOutcome.Working("running"));
    clock.advance(DEADLINE.plusSeconds(1));
    Turns.one(lane());
    clock.advance(Duration.ofMinutes(10));
    answer(new StatusOutcome.Finished(FILE, Credits.of(36)));

    Turns.one(lane());

    assertThat(run.state(1)).isEqualTo("RENDERED");
    assertThat(run.column(1, "overdue")).isEqualTo(false);
  }

  @Test
  void tasks_from_before_a_stop_teach_nothing_about_render_times() throws Exception {
    Duration first = schedule.first(KIND);
    answer(new StatusOutcome.Finished(FILE, null));
    clock.advance(Duration.ofHours(1));

    Turns.one(lane());

    assertThat(run.state(1)).isEqualTo("RENDERED");
    assertThat(schedule.first(KIND)).isEqualTo(first);
  }

  @Test
  void a_stop_ends_a_poll_that_was_not_made() throws Exception {
    answer(new StatusOutcome.Finished(FILE, null));
    control.stop();

    Turns.one(lane());

    assertThat(service.polls).isEmpty();
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

  private void answer(StatusOutcome outcome) {
    service.answering =
        new ScriptedService.Answering() {
          @Override
          public StatusOutcome status(TaskId task) {
            return outcome;
          }
        };
  }

  private RateGate gate() {
    return new RateGate(run.ledger().rates(), "poll " + run.id(), 60_000_000, clock);
  }

  private PollLane lane() {
    return new PollLane(
        run.ledger(),
        run.id(),
        service,
        new PollSettings("https://v.test", "model", Rate.VIDGO, Rounding.CEIL_SECOND, 2, DEADLINE),
        schedule,
        gate(),
        new Places(run.ledger().rates(), "in flight " + run.id(), 1000, () -> 0, () -> 0, clock),
        new Consequences(
            new Quarantine(run.ledger().quarantines(), run.id(), 2),
            new Tolerance(run.ledger(), run.id(), 100, control)),
        control,
        clock);
  }
}

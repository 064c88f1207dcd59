package io.callsheet.submit;

import static io.callsheet.testing.LedgerFile.ESTIMATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.lane.Pause;
import io.callsheet.model.Credits;
import io.callsheet.model.FailureClass;
import io.callsheet.model.TaskId;
import io.callsheet.provider.SubmitOutcome;
import io.callsheet.testing.LedgerFile;
import io.callsheet.testing.Turns;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmitLaneTest {
  @TempDir private static Path folder;
  private static LedgerFile file;

  @BeforeAll
  static void open() throws Exception {
    file = LedgerFile.in(folder);
  }

  @AfterAll
  static void close() {
    file.close();
  }

  @Test
  void an_accepted_row_renders_and_holds_its_credits() throws Exception {
    SubmitDesk desk = desk(1);
    desk.answer(request -> accepted());

    Turns.one(desk.lane);

    assertThat(desk.run.state(1)).isEqualTo("RENDERING");
    assertThat(desk.run.attempts(1)).containsExactly("ACCEPTED");
    assertThat(desk.run.credits(1)).containsExactly("RESERVE 36/0");
    assertThat(reserved(desk)).isEqualTo(ESTIMATE);
    assertThat(desk.run.ledger().polls().due(desk.run.id(), 9)).as("for the poll lane").hasSize(1);
    assertThat(desk.inFlight.size()).isEqualTo(1);
    assertThat(desk.control.isDraining()).isFalse();
  }

  @Test
  void a_task_that_another_row_has_holds_one_place() throws Exception {
    SubmitDesk desk = desk(2);
    SubmitOutcome same = accepted();
    desk.answer(request -> same);

    Turns.one(desk.lane);

    assertThat(List.of(desk.run.state(1), desk.run.state(2)))
        .containsExactly("RENDERING", "IN_DOUBT");
    assertThat(desk.inFlight.size()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureClass.class,
      names = {"REQUEST", "MEDIA", "MODERATION"})
  void a_refused_row_fails_with_its_class_and_gives_its_credits_back(FailureClass why)
      throws Exception {
    SubmitDesk desk = desk(1);
    desk.answer(request -> new SubmitOutcome.Refused(why, 400, "not like this"));

    Turns.one(desk.lane);

    assertThat(desk.run.state(1)).isEqualTo("FAILED");
    assertThat(desk.run.column(1, "failure")).isEqualTo(why.name());
    assertThat(desk.run.column(1, "reason")).isEqualTo("not like this");
    assertThat(desk.run.attempts(1)).containsExactly("REFUSED");
    assertThat(desk.run.credits(1)).containsExactly("RESERVE 36/0", "RELEASE -36/0");
    assertThat(reserved(desk)).isEqualTo(Credits.ZERO);
    assertThat(desk.control.isDraining()).isFalse();
  }

  @Test
  void a_throttled_row_is_sent_again_when_the_gate_opens() throws Exception {
    SubmitDesk desk = desk(1);
    desk.answer(request -> new SubmitOutcome.Throttled(Duration.ofSeconds(30), 429, "slowly"));

    Turns.one(desk.lane);
    assertIsGivenBack(desk);
    assertThat(desk.lane.nextDue()).contains(desk.clock.instant().plusSeconds(30));
    assertThat(Turns.one(desk.lane)).as("rows due before").isZero();

    desk.answer(request -> accepted());
    desk.clock.advance(Duration.ofSeconds(31));
    Turns.one(desk.lane);
    assertThat(desk.run.attempts(1)).containsExactly("NOT_TAKEN", "ACCEPTED");
    assertThat(desk.run.credits(1))
        .containsExactly("RESERVE 36/0", "RELEASE -36/0", "RESERVE 36/0");
    assertThat(desk.control.isDraining()).isFalse();
  }

  @Test
  void out_of_credits_pauses_the_run_and_no_row_fails() throws Exception {
    assertPauses(new SubmitOutcome.OutOfCredits(402, "top up"), Pause.Kind.CREDITS);
  }

  @Test
  void a_refused_key_pauses_the_run_and_no_row_fails() throws Exception {
    assertPauses(new SubmitOutcome.KeyRefused(401, "bad key"), Pause.Kind.KEY);
  }

  @Test
  void a_wrong_address_pauses_the_run_and_no_row_fails() throws Exception {
    assertPauses(new SubmitOutcome.WrongAddress(404, "no such model"), Pause.Kind.SERVICE);
  }

  @Test
  void what_was_not_sent_rests_and_pauses_the_run_only_after_long() throws Exception {
    SubmitDesk desk = desk(1);
    desk.answer(request -> new SubmitOutcome.NotSent("connection refused"));

    Turns.one(desk.lane);
    assertIsGivenBack(desk);
    assertThat(desk.lane.nextDue()).contains(desk.clock.instant().plusSeconds(1));
    assertThat(desk.control.isDraining()).isFalse();

    desk.clock.advance(Duration.ofMinutes(11));
    Turns.one(desk.lane);
    assertThat(desk.control.pause().orElseThrow().kind()).isEqualTo(Pause.Kind.SERVICE);
  }

  @Test
  void an_unknown_outcome_is_in_doubt_keeps_its_credits_and_is_never_sent_again() throws Exception {
    SubmitDesk desk = desk(1);
    desk.answer(request -> new SubmitOutcome.InDoubt(502, "bad gateway"));

    Turns.one(desk.lane);
    desk.clock.advance(Duration.ofDays(1));
    assertThat(Turns.one(desk.lane)).isZero();

    assertThat(desk.run.state(1)).isEqualTo("IN_DOUBT");
    assertThat(desk.run.attempts(1)).containsExactly("DOUBT");
    assertThat(desk.run.credits(1)).containsExactly("RESERVE 36/0");
    assertThat(desk.service.submits).hasSize(1);
    assertThat(desk.control.isDraining()).isFalse();
  }

  @Test
  void after_five_doubts_in_a_row_only_probes_go_out() throws Exception {
    SubmitDesk desk = new SubmitDesk(file, 30, Credits.of(2000), 5);
    desk.answer(request -> new SubmitOutcome.InDoubt(0, "no answer"));

    Turns.one(desk.lane);
    assertThat(desk.service.submits).hasSize(5);
    assertThat(Turns.one(desk.lane)).as("rows begun at once").isZero();
    desk.clock.advance(Duration.ofSeconds(30));
    assertThat(Turns.one(desk.lane)).as("probes").isEqualTo(1);
    assertThat(Turns.one(desk.lane)).as("probes at once").isZero();

    assertThat(desk.control.isDraining()).isFalse();
    desk.clock.advance(Duration.ofMinutes(31));
    Turns.one(desk.lane);
    assertThat(desk.control.pause().orElseThrow().kind()).isEqualTo(Pause.Kind.SERVICE);
    assertThat(desk.service.submits).hasSize(7);
  }

  @Test
  void a_clear_answer_to_a_probe_lets_the_others_go() throws Exception {
    SubmitDesk desk = new SubmitDesk(file, 20, Credits.of(2000), 5);
    desk.answer(request -> new SubmitOutcome.InDoubt(0, "no answer"));
    Turns.one(desk.lane);

    desk.answer(request -> accepted());
    desk.clock.advance(Duration.ofSeconds(30));
    assertThat(Turns.one(desk.lane)).isEqualTo(1);
    assertThat(Turns.one(desk.lane)).isEqualTo(4);
    assertThat(desk.control.isDraining()).isFalse();
  }

  @Test
  void four_doubts_and_an_answer_do_not() throws Exception {
    SubmitDesk desk = desk(8);
    desk.answer(
        request ->
            desk.service.submits.size() % 5 == 0
                ? accepted()
                : new SubmitOutcome.InDoubt(0, "no answer"));

    Turns.one(desk.lane);

    assertThat(desk.service.submits).hasSize(8);
    assertThat(desk.control.isDraining()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {11, -11})
  void a_row_whose_intent_is_too_old_is_given_back_unsent(long seconds) throws Exception {
    SubmitDesk desk = desk(1);
    desk.answer(request -> accepted());
    desk.store.presigning = () -> desk.clock.advance(Duration.ofSeconds(seconds));

    Turns.one(desk.lane);

    assertThat(desk.service.submits).isEmpty();
    assertIsGivenBack(desk);
  }

  @Test
  void another_owner_ends_the_run_at_once_and_nothing_is_sent() throws Exception {
    SubmitDesk desk = desk(2);
    desk.answer(request -> accepted());

    Turns.one(desk.lane(LedgerFile.EPOCH - 1, 10));

    assertThat(desk.service.submits).isEmpty();
    assertThat(desk.control.pause().orElseThrow().kind()).isEqualTo(Pause.Kind.OWNER);
    assertThat(desk.run.state(1)).isEqualTo("STAGED");
    assertThat(desk.run.attempts(1)).isEmpty();
  }

  @Test
  void the_cap_leaves_out_what_does_not_fit_and_nothing_is_sent_for_it() throws Exception {
    SubmitDesk desk = new SubmitDesk(file, 3, ESTIMATE.times(2), 10);
    desk.answer(request -> accepted());

    Turns.one(desk.lane);

    assertThat(desk.service.submits).hasSize(2);
    assertThat(desk.run.state(3)).isEqualTo("NOT_RUN");
    assertThat(desk.run.column(3, "not_run")).isEqualTo("OVER_CAP");
    assertThat(desk.run.attempts(3)).isEmpty();
  }

  @Test
  void a_pause_keeps_rows_from_being_sent() throws Exception {
    SubmitDesk desk = desk(1);
    desk.control.pause(new Pause(Pause.Kind.CREDITS, "top up"));

    Turns.one(desk.lane);

    assertThat(desk.service.submits).isEmpty();
    assertThat(desk.run.state(1)).isEqualTo("STAGED");
  }

  @Test
  void begins_no_more_than_the_limit_in_flight_has_room_for() throws Exception {
    SubmitDesk desk = new SubmitDesk(file, 10, Credits.of(1000), 3);
    desk.answer(request -> accepted());

    assertThat(desk.lane.room(0)).isEqualTo(3);
    assertThat(desk.lane.room(2)).isEqualTo(1);
    Turns.one(desk.lane);
    assertThat(desk.lane.room(0)).isZero();
    assertThat(Turns.one(desk.lane)).isZero();
    assertThat(desk.service.submits).hasSize(3);
  }

  private void assertPauses(SubmitOutcome outcome, Pause.Kind kind) throws Exception {
    SubmitDesk desk = desk(3);
    desk.answer(request -> outcome);

    Turns.one(desk.lane);

    assertThat(desk.service.submits).as("sent before the pause").hasSize(1);
    assertThat(desk.control.pause().orElseThrow().kind()).isEqualTo(kind);
    assertThat(desk.control.pause().orElseThrow().message()).contains(outcome.message());
    assertIsGivenBack(desk);
  }

  private static void assertIsGivenBack(SubmitDesk desk) {
    assertThat(desk.run.state(1)).isEqualTo("STAGED");
    assertThat(desk.run.attempts(1)).containsExactly("NOT_TAKEN");
    assertThat(desk.run.credits(1)).containsExactly("RESERVE 36/0", "RELEASE -36/0");
    assertThat(reserved(desk)).isEqualTo(Credits.ZERO);
  }

  private static Credits reserved(SubmitDesk desk) {
    assertThat(desk.run.ledger().runs().booksClose(desk.run.id())).isTrue();
    return desk.run.ledger().runs().get(desk.run.id()).reserved();
  }

  private SubmitDesk desk(int rows) {
    return new SubmitDesk(file, rows, Credits.of(1000), 20);
  }

  private SubmitOutcome accepted() {
    TaskId task = new TaskId(UUID.randomUUID().toString());
    return new SubmitOutcome.Accepted(task, 200, "");
  }
}

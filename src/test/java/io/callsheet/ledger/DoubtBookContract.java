package io.callsheet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.ledger.Scene.Entry;
import io.callsheet.model.AttemptState;
import io.callsheet.model.ChargeBasis;
import io.callsheet.model.Credits;
import io.callsheet.model.FailureClass;
import io.callsheet.model.RowState;
import io.callsheet.model.RunPhase;
import io.callsheet.model.TaskId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class DoubtBookContract {

  private Scene scene;
  private DoubtBook doubts;

  abstract OpenLedger open();

  @BeforeEach
  void begin() {
    scene = Scene.staged(open(), Credits.of(1_000), 2);
    doubts = scene.ledger.doubts();
    scene.answer(new Answer.Doubt(scene.intend(1), 504, "gateway timeout"));
  }

  @AfterEach
  void the_books_close() {
    assertThat(scene.ledger.runs().booksClose(scene.id)).isTrue();
  }

  @Test
  void a_doubt_is_shown_with_its_evidence() {
    Doubt doubt = only();
    assertThat(doubt.rowNo()).isEqualTo(1);
    assertThat(doubt.overdue()).isFalse();
    assertThat(doubt.http()).isEqualTo(504);
    assertThat(doubt.attempt().message()).isEqualTo("gateway timeout");
    assertThat(doubt.estimate()).isEqualTo(Scene.PRICE);
  }

  @Test
  void a_row_that_was_not_taken_after_all_gets_its_credits_back_and_may_be_sent() {
    assertThat(doubts.notTaken(scene.id, only())).isTrue();
    expect(RowState.STAGED, AttemptState.NOT_TAKEN, Credits.ZERO, Credits.ZERO);
    assertThat(scene.credits(1)).containsExactly(Entry.reserve(1), Entry.release(1));
    assertThat(scene.intend(1).no()).isEqualTo(2);
  }

  @Test
  void a_row_that_was_not_taken_is_not_sent_by_a_run_that_closes() {
    scene.ledger.runs().advance(scene.id, RunPhase.RUNNING, RunPhase.CLOSING);
    assertThat(doubts.notTaken(scene.id, only())).isTrue();
    assertThat(scene.state(1)).isEqualTo(RowState.NOT_RUN);
  }

  @Test
  void a_row_that_is_written_off_is_charged_at_what_was_reserved() {
    assertThat(doubts.writeOff(scene.id, only())).isTrue();
    expect(RowState.FAILED, AttemptState.WRITTEN_OFF, Credits.ZERO, Scene.PRICE);
    assertThat(scene.row(1).failure()).isEqualTo(FailureClass.LOST);
    assertThat(scene.row(1).charged()).isEqualTo(Scene.PRICE);
    assertThat(scene.row(1).basis()).isEqualTo(ChargeBasis.ASSUMED);
    assertThat(scene.credits(1))
        .containsExactly(Entry.reserve(1), Entry.settle(1, Scene.PRICE, ChargeBasis.ASSUMED));
  }

  @Test
  void an_overdue_row_may_be_written_off_but_not_called_not_taken() {
    scene.verdict(new Verdict.Overdue(scene.rendering(2), scene.now()));
    Doubt overdue = doubts.open(scene.id).get(1);
    assertThat(overdue.overdue()).isTrue();
    assertThat(doubts.notTaken(scene.id, overdue)).isFalse();
    assertThat(scene.state(2)).isEqualTo(RowState.RENDERING);
    assertThat(doubts.writeOff(scene.id, overdue)).isTrue();
    assertThat(scene.state(2)).isEqualTo(RowState.FAILED);
    assertThat(scene.attempt(2).state()).isEqualTo(AttemptState.WRITTEN_OFF);
    assertThat(scene.run().charged()).isEqualTo(Scene.PRICE);
  }

  @Test
  void a_task_that_is_found_by_hand_renders_on() {
    TaskId task = new TaskId(scene.id + ":by-hand");
    assertThat(doubts.isTaskUsed(Scene.ORIGIN, task)).isFalse();
    doubts.adopt(scene.id, only(), task);
    expect(RowState.RENDERING, AttemptState.ACCEPTED, Scene.PRICE, Credits.ZERO);
    assertThat(scene.row(1).task()).isEqualTo(task);
    assertThat(doubts.isTaskUsed(Scene.ORIGIN, task)).isTrue();
    assertThat(doubts.isTaskUsed("https://other.example", task)).isFalse();
    assertThat(doubts.open(scene.id)).isEmpty();
  }

  @Test
  void of_two_decisions_about_one_doubt_the_first_counts() {
    Doubt doubt = only();
    assertThat(doubts.writeOff(scene.id, doubt)).isTrue();
    assertThat(doubts.writeOff(scene.id, doubt)).isFalse();
    assertThat(doubts.notTaken(scene.id, doubt)).isFalse();
    doubts.adopt(scene.id, doubt, new TaskId(scene.id + ":late"));
    expect(RowState.FAILED, AttemptState.WRITTEN_OFF, Credits.ZERO, Scene.PRICE);
    assertThat(scene.credits(1)).hasSize(2);
  }

  @Test
  void a_decision_about_an_older_doubt_leaves_the_newer_one_open() {
    Doubt older = only();
    doubts.notTaken(scene.id, older);
    scene.answer(new Answer.Doubt(scene.intend(1), 502, "again"));
    assertThat(doubts.notTaken(scene.id, older)).isFalse();
    assertThat(doubts.writeOff(scene.id, older)).isFalse();
    expect(RowState.IN_DOUBT, AttemptState.DOUBT, Scene.PRICE, Credits.ZERO);
  }

  private Doubt only() {
    assertThat(doubts.open(scene.id)).hasSize(1);
    return doubts.open(scene.id).get(0);
  }

  private void expect(RowState row, AttemptState state, Credits reserved, Credits charged) {
    assertThat(scene.state(1)).isEqualTo(row);
    assertThat(scene.attempt(1).state()).isEqualTo(state);
    assertThat(scene.run().reserved()).isEqualTo(reserved);
    assertThat(scene.run().charged()).isEqualTo(charged);
  }
}

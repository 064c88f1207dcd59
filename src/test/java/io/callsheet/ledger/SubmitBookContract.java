package io.callsheet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.ledger.Scene.Entry;
import io.callsheet.model.AttemptState;
import io.callsheet.model.ChargeBasis;
import io.callsheet.model.Credits;
import io.callsheet.model.FailureClass;
import io.callsheet.model.RowState;
import io.callsheet.model.TaskId;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class SubmitBookContract {

  private Scene scene;
  private Attempt attempt;

  abstract OpenLedger open();

  @BeforeEach
  void begin() {
    scene = Scene.staged(open(), Credits.of(1_000), 1);
    attempt = scene.intend(1);
  }

  @AfterEach
  void the_books_close() {
    assertThat(scene.ledger.runs().booksClose(scene.id)).isTrue();
  }

  @Test
  void an_intent_moves_the_row_and_reserves_its_price() {
    expect(RowState.SUBMITTING, AttemptState.INTENT, Scene.PRICE, Entry.reserve(1));
    assertThat(scene.attempt(1)).isEqualTo(attempt);
    assertThat(attempt.no()).isEqualTo(1);
    assertThat(attempt.epoch()).isEqualTo(1);
    assertThat(attempt.reserved()).isEqualTo(Scene.PRICE);
  }

  @Test
  void an_accepted_row_renders_and_its_credits_stay_reserved() {
    scene.answer(new Answer.Accepted(attempt, 200, "ok", new TaskId("accepted")));
    expect(RowState.RENDERING, AttemptState.ACCEPTED, Scene.PRICE, Entry.reserve(1));
    assertThat(scene.row(1).task()).isEqualTo(new TaskId("accepted"));
    assertThat(scene.row(1).submittedAt()).isEqualTo(scene.now());
    assertThat(scene.attempt(1).task()).isEqualTo(new TaskId("accepted"));
    assertThat(scene.pollRow(1).task()).as("nobody asks for it yet").isEqualTo(scene.row(1).task());
  }

  @Test
  void a_refused_row_fails_for_free() {
    scene.answer(new Answer.Refused(attempt, 400, "bad prompt", FailureClass.MODERATION));
    expect(RowState.FAILED, AttemptState.REFUSED, Credits.ZERO, Entry.reserve(1), Entry.release(1));
    assertThat(scene.row(1).failure()).isEqualTo(FailureClass.MODERATION);
    assertThat(scene.row(1).reason()).isEqualTo("bad prompt");
    assertThat(scene.row(1).finishedAt()).isEqualTo(scene.now());
    assertThat(scene.row(1).charged()).isEqualTo(Credits.ZERO);
  }

  @Test
  void a_row_that_was_not_taken_waits_and_is_sent_as_a_new_attempt() {
    scene.answer(new Answer.NotTaken(attempt, 429, "slow down", scene.now().plusSeconds(5)));
    expect(
        RowState.STAGED, AttemptState.NOT_TAKEN, Credits.ZERO, Entry.reserve(1), Entry.release(1));
    assertThat(scene.ledger.submits().due(scene.id, 10)).isEmpty();
    open().clock().advance(Duration.ofSeconds(5));
    assertThat(scene.intend(1).no()).isEqualTo(2);
    assertThat(scene.credits(1))
        .containsExactly(Entry.reserve(1), Entry.release(1), Entry.reserve(2));
  }

  @Test
  void a_doubtful_row_keeps_its_credits_reserved() {
    scene.answer(new Answer.Doubt(attempt, 502, "bad gateway"));
    expect(RowState.IN_DOUBT, AttemptState.DOUBT, Scene.PRICE, Entry.reserve(1));
    assertThat(scene.row(1).reason()).isEqualTo("bad gateway");
    assertThat(scene.ledger.submits().due(scene.id, 10)).isEmpty();
  }

  @Test
  void a_second_answer_to_a_closed_attempt_changes_nothing() {
    scene.answer(new Answer.Refused(attempt, 400, "first", FailureClass.REQUEST));
    scene.answer(new Answer.NotTaken(attempt, 429, "second", scene.now()));
    scene.answer(new Answer.Refused(attempt, 413, "third", FailureClass.MEDIA));
    scene.answer(new Answer.Doubt(attempt, 0, "fourth"));
    expect(RowState.FAILED, AttemptState.REFUSED, Credits.ZERO, Entry.reserve(1), Entry.release(1));
    assertThat(scene.row(1).reason()).isEqualTo("first");
  }

  @Test
  void a_late_answer_to_an_older_attempt_leaves_the_newer_one_alone() {
    scene.answer(new Answer.NotTaken(attempt, 429, "slow down", scene.now()));
    scene.intend(1);
    scene.answer(new Answer.NotTaken(attempt, 429, "again", scene.now()));
    scene.answer(new Answer.Doubt(attempt, 0, "again"));
    scene.answer(new Answer.Refused(attempt, 400, "again", FailureClass.REQUEST));
    assertThat(scene.state(1)).isEqualTo(RowState.SUBMITTING);
    assertThat(scene.attempt(1).state()).isEqualTo(AttemptState.INTENT);
    assertThat(scene.run().reserved()).isEqualTo(Scene.PRICE);
  }

  @Test
  void recovery_puts_the_intents_of_older_epochs_in_doubt_and_keeps_their_credits() {
    assertThat(scene.ledger.submits().recover(scene.id, 1)).isZero();
    assertThat(scene.state(1)).isEqualTo(RowState.SUBMITTING);
    assertThat(scene.ledger.submits().recover(scene.id, 2)).isEqualTo(1);
    expect(RowState.IN_DOUBT, AttemptState.DOUBT, Scene.PRICE, Entry.reserve(1));
    assertThat(scene.ledger.submits().recover(scene.id, 2)).isZero();
  }

  @Test
  void a_task_id_that_arrives_after_recovery_closes_the_doubt_and_is_paid_once() {
    scene.ledger.submits().recover(scene.id, 2);
    scene.answer(scene.accepted(attempt));
    expect(RowState.RENDERING, AttemptState.ACCEPTED, Scene.PRICE, Entry.reserve(1));
    assertThat(scene.row(1).reason()).isNull();
    scene.verdict(
        new Verdict.Finished(
            scene.pollRow(1),
            URI.create("https://files.example/a.mp4"),
            Credits.of(40),
            ChargeBasis.PROVIDER));
    expect(
        RowState.RENDERED,
        AttemptState.FINISHED,
        Credits.ZERO,
        Entry.reserve(1),
        Entry.settle(1, Credits.of(40), ChargeBasis.PROVIDER));
  }

  @Test
  void a_refusal_that_arrives_after_recovery_does_not_close_the_doubt() {
    scene.ledger.submits().recover(scene.id, 2);
    scene.answer(new Answer.Refused(attempt, 400, "late", FailureClass.REQUEST));
    expect(RowState.IN_DOUBT, AttemptState.DOUBT, Scene.PRICE, Entry.reserve(1));
  }

  private void expect(RowState row, AttemptState state, Credits reserved, Entry... entries) {
    assertThat(scene.state(1)).isEqualTo(row);
    assertThat(scene.attempt(1).state()).isEqualTo(state);
    assertThat(scene.run().reserved()).isEqualTo(reserved);
    assertThat(scene.credits(1)).containsExactly(entries);
  }
}

package io.callsheet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.ledger.Scene.Entry;
import io.callsheet.model.AttemptState;
import io.callsheet.model.ChargeBasis;
import io.callsheet.model.Credits;
import io.callsheet.model.FailureClass;
import io.callsheet.model.RowState;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class PollBookContract {

  private static final URI FILE = URI.create("https://files.example/1.mp4");

  private Scene scene;
  private PollRow row;

  abstract OpenLedger open();

  @BeforeEach
  void begin() {
    scene = Scene.staged(open(), Credits.of(1_000), 1);
    row = scene.rendering(1);
  }

  @AfterEach
  void the_books_close() {
    assertThat(scene.ledger.runs().booksClose(scene.id)).isTrue();
  }

  @Test
  void a_finished_row_is_charged_what_was_billed_and_its_reserve_is_gone() {
    scene.verdict(new Verdict.Finished(row, FILE, Credits.of(60), ChargeBasis.PROVIDER));
    expect(RowState.RENDERED, AttemptState.FINISHED, Credits.ZERO, Credits.of(60));
    assertThat(scene.credits(1))
        .containsExactly(Entry.reserve(1), Entry.settle(1, Credits.of(60), ChargeBasis.PROVIDER));
    assertThat(scene.row(1).charged()).isEqualTo(Credits.of(60));
    assertThat(scene.row(1).basis()).isEqualTo(ChargeBasis.PROVIDER);
    assertThat(scene.row(1).videoUrl()).isEqualTo(FILE.toString());
    assertThat(scene.ledger.collects().due(scene.id, 10))
        .singleElement()
        .satisfies(one -> assertThat(((CollectRow.Task) one.source()).file()).isEqualTo(FILE));
  }

  @Test
  void a_long_address_is_kept_whole_and_so_is_a_fresher_one() {
    URI signed = URI.create(FILE + "?signature=" + "s".repeat(50_000));
    URI fresher = URI.create(FILE + "?signature=" + "t".repeat(50_000));
    scene.verdict(new Verdict.Finished(row, signed, Credits.of(60), ChargeBasis.PROVIDER));
    assertThat(scene.row(1).videoUrl()).isEqualTo(signed.toString());
    scene
        .ledger
        .collects()
        .record(scene.id, List.of(new CollectBook.Later(1, scene.now(), fresher)));
    assertThat(scene.row(1).videoUrl()).isEqualTo(fresher.toString());
  }

  @Test
  void a_failed_row_is_free() {
    scene.verdict(new Verdict.Failed(row, FailureClass.MODERATION, "policy"));
    expect(RowState.FAILED, AttemptState.FAILED, Credits.ZERO, Credits.ZERO);
    assertThat(scene.credits(1)).containsExactly(Entry.reserve(1), Entry.release(1));
    assertThat(scene.row(1).failure()).isEqualTo(FailureClass.MODERATION);
    assertThat(scene.row(1).reason()).isEqualTo("policy");
  }

  @Test
  void a_retried_row_is_staged_for_free_and_counts_its_retries() {
    scene.verdict(new Verdict.Retry(row, "crashed", scene.now().plusSeconds(9)));
    expect(RowState.STAGED, AttemptState.FAILED, Credits.ZERO, Credits.ZERO);
    assertThat(scene.ledger.submits().due(scene.id, 10)).isEmpty();
    open().clock().advance(Duration.ofSeconds(9));
    PollRow again = scene.rendering(1);
    assertThat(again.attempt()).isEqualTo(2);
    assertThat(again.retries()).isEqualTo(1);
    assertThat(scene.credits(1))
        .containsExactly(Entry.reserve(1), Entry.release(1), Entry.reserve(2));
  }

  @Test
  void an_overdue_row_is_asked_for_again_when_due() {
    Instant due = scene.now().plusSeconds(10);
    scene.verdict(new Verdict.Overdue(row, due));
    expect(RowState.RENDERING, AttemptState.ACCEPTED, Scene.PRICE, Credits.ZERO);
    assertThat(scene.row(1).overdue()).isTrue();
    assertThat(scene.ledger.polls().due(scene.id, 10)).isEmpty();
    open().clock().advance(Duration.ofSeconds(10));
    PollRow later = scene.pollRow(1);
    assertThat(later.polls()).isEqualTo(1);
    assertThat(later.overdue()).isTrue();
  }

  @Test
  void a_task_that_somebody_asks_for_is_not_due_until_then() {
    scene.ledger.polls().watch(scene.id, List.of(row), scene.now().plusSeconds(10));
    assertThat(scene.ledger.polls().due(scene.id, 10)).isEmpty();
    open().clock().advance(Duration.ofSeconds(10));
    assertThat(scene.pollRow(1)).isEqualTo(row);
  }

  @Test
  void watching_an_older_attempt_puts_nothing_off() {
    scene.verdict(new Verdict.Retry(row, "crashed", scene.now()));
    PollRow newer = scene.rendering(1);
    scene.ledger.polls().watch(scene.id, List.of(row), scene.now().plusSeconds(10));
    assertThat(scene.pollRow(1)).isEqualTo(newer);
  }

  @Test
  void an_overdue_row_that_finishes_is_no_longer_overdue() {
    scene.verdict(new Verdict.Overdue(row, scene.now()));
    scene.verdict(new Verdict.Finished(row, FILE, Credits.of(45), ChargeBasis.COMPUTED));
    assertThat(scene.row(1).overdue()).isFalse();
    assertThat(scene.ledger.lanes().isLive(scene.id, false)).isTrue();
  }

  @Test
  void a_second_end_of_the_same_attempt_changes_nothing() {
    scene.verdict(new Verdict.Finished(row, FILE, Credits.of(45), ChargeBasis.COMPUTED));
    scene.verdict(new Verdict.Finished(row, FILE, Credits.of(50), ChargeBasis.PROVIDER));
    scene.verdict(new Verdict.Failed(row, FailureClass.PROVIDER, "no"));
    scene.verdict(new Verdict.Retry(row, "no", scene.now()));
    scene.verdict(new Verdict.Overdue(row, scene.now().plusSeconds(1)));
    expect(RowState.RENDERED, AttemptState.FINISHED, Credits.ZERO, Credits.of(45));
    assertThat(scene.row(1).charged()).isEqualTo(Credits.of(45));
    assertThat(scene.row(1).overdue()).isFalse();
    assertThat(scene.credits(1)).hasSize(2);
  }

  @Test
  void a_late_end_of_an_older_attempt_leaves_the_newer_one_alone() {
    scene.verdict(new Verdict.Retry(row, "crashed", scene.now()));
    PollRow newer = scene.rendering(1);
    scene.verdict(new Verdict.Retry(row, "again", scene.now()));
    scene.verdict(new Verdict.Failed(row, FailureClass.PROVIDER, "again"));
    scene.verdict(new Verdict.Finished(row, FILE, Credits.of(45), ChargeBasis.COMPUTED));
    expect(RowState.RENDERING, AttemptState.ACCEPTED, Scene.PRICE, Credits.ZERO);
    assertThat(scene.row(1).charged()).isEqualTo(Credits.ZERO);
    assertThat(scene.row(1).task()).isEqualTo(newer.task());
  }

  @Test
  void the_verdicts_of_a_turn_are_booked_together() {
    Scene many = Scene.staged(open(), Credits.of(1_000), 3);
    PollRow one = many.rendering(1);
    PollRow two = many.rendering(2);
    PollRow three = many.rendering(3);
    many.verdict(
        new Verdict.Finished(three, FILE, Credits.of(50), ChargeBasis.PROVIDER),
        new Verdict.Failed(two, FailureClass.PROVIDER, "no"),
        new Verdict.Finished(one, FILE, Credits.of(45), ChargeBasis.COMPUTED));
    assertThat(many.run().reserved()).isEqualTo(Credits.ZERO);
    assertThat(many.run().charged()).isEqualTo(Credits.of(95));
    assertThat(many.ledger.runs().booksClose(many.id)).isTrue();
  }

  private void expect(RowState state, AttemptState attempt, Credits reserved, Credits charged) {
    assertThat(scene.state(1)).isEqualTo(state);
    assertThat(scene.attempt(1).state()).isEqualTo(attempt);
    assertThat(scene.run().reserved()).isEqualTo(reserved);
    assertThat(scene.run().charged()).isEqualTo(charged);
  }
}

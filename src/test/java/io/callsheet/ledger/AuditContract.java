package io.callsheet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.ledger.Scene.Entry;
import io.callsheet.model.AttemptState;
import io.callsheet.model.ChargeBasis;
import io.callsheet.model.CreditKind;
import io.callsheet.model.Credits;
import io.callsheet.model.RowKey;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the ledger only surmises, what it learns late, and how far a balance goes. */
abstract class AuditContract {
  private static final URI FILE = URI.create("https://files.example/1.mp4");

  private Scene scene;

  abstract OpenLedger open();

  @BeforeEach
  void begin() {
    scene = Scene.staged(open(), Credits.of(1_000), 4);
  }

  @AfterEach
  void the_books_close() {
    assertThat(scene.ledger.runs().booksClose(scene.id)).isTrue();
  }

  @Test
  void candidates_are_named_doubts_first_with_their_credits() {
    scene.answer(new Answer.Doubt(scene.intend(1), 504, "gateway timeout"));
    scene.ledger.doubts().writeOff(scene.id, scene.ledger.doubts().open(scene.id).get(0));
    scene.answer(new Answer.Doubt(scene.intend(2), 504, "gateway timeout"));
    scene.verdict(
        new Verdict.Finished(scene.rendering(3), FILE, Credits.of(44), ChargeBasis.COMPUTED));
    scene.verdict(
        new Verdict.Finished(scene.rendering(4), FILE, Credits.of(44), ChargeBasis.PROVIDER));

    assertThat(scene.ledger.audits().candidates(scene.id))
        .containsExactly(
            candidate(Candidate.Kind.IN_DOUBT, Scene.PRICE, 2),
            candidate(Candidate.Kind.WRITTEN_OFF, Scene.PRICE, 1),
            candidate(Candidate.Kind.COMPUTED, Credits.of(44), 3));
  }

  @Test
  void a_bill_above_its_reserve_is_found_whatever_others_saved() {
    scene.verdict(
        new Verdict.Finished(scene.rendering(1), FILE, Credits.of(50), ChargeBasis.PROVIDER));
    scene.verdict(
        new Verdict.Finished(scene.rendering(2), FILE, Credits.of(10), ChargeBasis.PROVIDER));
    assertThat(scene.ledger.audits().overbilled(scene.id))
        .isEqualTo(new AuditBook.Overbilled(1, Credits.of(5)));
  }

  @Test
  void a_task_that_turns_up_late_is_a_candidate_until_its_cost_is_booked_once() {
    LateTask late = lateAfterNotTaken();
    assertThat(late.booked()).isEqualTo(Credits.ZERO);
    assertThat(scene.ledger.audits().candidates(scene.id))
        .containsExactly(candidate(Candidate.Kind.LATE, Scene.PRICE, 1));

    assertThat(adjust(late, Credits.of(40))).isTrue();
    assertThat(adjust(late, Credits.of(40))).as("told again").isFalse();

    assertThat(scene.credits(1))
        .containsExactly(
            Entry.reserve(1),
            Entry.release(1),
            new Entry(1, CreditKind.ADJUST, Credits.ZERO, Credits.of(40), ChargeBasis.PROVIDER));
    assertThat(scene.run().charged()).isEqualTo(Credits.of(40));
    assertThat(scene.row(1).charged()).isEqualTo(Credits.of(40));
    assertThat(scene.attempt(1).state()).isEqualTo(AttemptState.NOT_TAKEN);
    assertThat(scene.ledger.audits().candidates(scene.id)).isEmpty();
  }

  @Test
  void a_written_off_task_that_failed_after_all_gives_its_credits_back() {
    Attempt attempt = scene.intend(1);
    scene.answer(new Answer.Doubt(attempt, 504, "gateway timeout"));
    scene.ledger.doubts().writeOff(scene.id, scene.ledger.doubts().open(scene.id).get(0));
    scene.answer(scene.accepted(attempt));

    assertThat(adjust(late(), Credits.ZERO)).isTrue();

    assertThat(scene.run().charged()).isEqualTo(Credits.ZERO);
    assertThat(late().adjusted()).isEqualTo(Scene.PRICE.negated());
    assertThat(scene.ledger.audits().candidates(scene.id)).isEmpty();
  }

  @Test
  void a_balance_ends_at_the_first_row_in_submit_order_that_it_does_not_pay_for() {
    Credits two = Scene.PRICE.times(2);
    assertThat(scene.ledger.balances().shortfall(scene.id, two.plus(Credits.of(44))))
        .contains(
            new BalanceBook.Shortfall(
                two.plus(Credits.of(44)),
                Scene.PRICE.times(4),
                4,
                2,
                scene.row(3).key(),
                scene.row(3).line()));
    assertThat(scene.ledger.balances().shortfall(scene.id, Scene.PRICE.times(4))).isEmpty();
    scene.intend(1);
    assertThat(scene.ledger.balances().shortfall(scene.id, Scene.PRICE.times(3))).isEmpty();
  }

  private LateTask lateAfterNotTaken() {
    Attempt attempt = scene.intend(1);
    scene.answer(new Answer.Doubt(attempt, 504, "gateway timeout"));
    scene.ledger.doubts().notTaken(scene.id, scene.ledger.doubts().open(scene.id).get(0));
    scene.answer(scene.accepted(attempt));
    return late();
  }

  private LateTask late() {
    return scene.ledger.lates().all(scene.id).get(0);
  }

  private boolean adjust(LateTask late, Credits cost) {
    return scene.ledger.lates().adjust(scene.id, late, cost, ChargeBasis.PROVIDER);
  }

  private Candidate candidate(Candidate.Kind kind, Credits credits, long row) {
    RowKey key = scene.row(row).key();
    return new Candidate(kind, 1, credits, List.of(key));
  }
}

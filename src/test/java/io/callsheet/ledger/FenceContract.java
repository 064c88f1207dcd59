package io.callsheet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.model.ChargeBasis;
import io.callsheet.model.Credits;
import io.callsheet.model.NotRun;
import io.callsheet.model.RowState;
import io.callsheet.model.RunPhase;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

abstract class FenceContract {

  abstract OpenLedger open();

  @Test
  void the_last_credit_may_be_reserved_and_not_one_thousandth_more() {
    Scene exact = Scene.staged(open(), Scene.PRICE, 1);
    assertThat(exact.tryIntend(exact.stagedRow(1), 1)).isInstanceOf(IntentOutcome.Begun.class);
    Scene short1 = Scene.staged(open(), Scene.PRICE.minus(new Credits(1)), 1);
    assertThat(short1.tryIntend(short1.stagedRow(1), 1)).isInstanceOf(IntentOutcome.OverCap.class);
    assertThat(short1.state(1)).isEqualTo(RowState.NOT_RUN);
    assertThat(short1.row(1).notRun()).isEqualTo(NotRun.OVER_CAP);
    assertThat(short1.row(1).attempts()).isEmpty();
    assertThat(short1.credits(1)).isEmpty();
    assertThat(short1.run().reserved()).isEqualTo(Credits.ZERO);
  }

  @Test
  void what_is_charged_counts_against_the_cap_even_above_the_reserve() {
    Scene scene = Scene.staged(open(), Credits.of(100), 2);
    scene.verdict(
        new Verdict.Finished(
            scene.rendering(1),
            URI.create("https://files.example/1.mp4"),
            Credits.of(60),
            ChargeBasis.PROVIDER));
    assertThat(scene.tryIntend(scene.stagedRow(2), 1)).isInstanceOf(IntentOutcome.OverCap.class);
    assertThat(scene.run().charged()).isEqualTo(Credits.of(60));
    assertThat(scene.ledger.runs().booksClose(scene.id)).isTrue();
  }

  @Test
  void an_older_epoch_may_not_submit_and_the_row_stays_for_its_owner() {
    Scene scene = Scene.staged(open(), Credits.of(100), 1);
    scene.ledger.runs().adopt(scene.id, 2, Credits.of(100));
    IntentOutcome outcome = scene.tryIntend(scene.stagedRow(1), 1);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            IntentOutcome.Fenced.class,
            fenced -> assertThat(fenced.why()).contains("another process"));
    unchanged(scene);
    assertThat(scene.tryIntend(scene.stagedRow(1), 2)).isInstanceOf(IntentOutcome.Begun.class);
  }

  @Test
  void an_older_epoch_that_would_also_pass_the_cap_is_fenced_and_leaves_the_row() {
    Scene scene = Scene.staged(open(), Credits.of(1), 1);
    scene.ledger.runs().adopt(scene.id, 2, Credits.of(1));
    assertThat(scene.tryIntend(scene.stagedRow(1), 1)).isInstanceOf(IntentOutcome.Fenced.class);
    unchanged(scene);
  }

  @Test
  void nothing_is_submitted_in_a_run_that_is_past_submitting() {
    Scene scene = Scene.staged(open(), Credits.of(100), 1);
    scene.ledger.runs().advance(scene.id, RunPhase.RUNNING, RunPhase.CLOSING);
    assertThat(scene.tryIntend(scene.stagedRow(1), 1))
        .isInstanceOfSatisfying(
            IntentOutcome.Fenced.class, fenced -> assertThat(fenced.why()).contains("CLOSING"));
    unchanged(scene);
  }

  @Test
  void a_row_is_intended_once_however_often_it_was_read() {
    Scene scene = Scene.staged(open(), Credits.of(100), 1);
    SubmitRow row = scene.stagedRow(1);
    assertThat(scene.tryIntend(row, 1)).isInstanceOf(IntentOutcome.Begun.class);
    assertThat(scene.tryIntend(row, 1)).isInstanceOf(IntentOutcome.Moved.class);
    assertThat(scene.run().reserved()).isEqualTo(Scene.PRICE);
    assertThat(scene.row(1).attempts()).hasSize(1);
  }

  @Test
  void two_hundred_racing_for_the_last_credits_never_pass_the_cap() throws Exception {
    int rows = 200;
    int affordable = 37;
    Credits cap = Scene.PRICE.times(affordable).plus(Credits.of(44));
    Scene scene = Scene.staged(open(), cap, rows);
    List<SubmitRow> staged = scene.ledger.submits().due(scene.id, rows);
    ExecutorService racers = Executors.newFixedThreadPool(rows);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<IntentOutcome>> outcomes = new ArrayList<>();
    for (SubmitRow row : staged) {
      outcomes.add(
          racers.submit(
              () -> {
                start.await();
                return scene.tryIntend(row, 1);
              }));
    }
    start.countDown();
    int begun = 0;
    for (Future<IntentOutcome> outcome : outcomes) {
      begun += outcome.get(2, TimeUnit.MINUTES) instanceof IntentOutcome.Begun ? 1 : 0;
    }
    racers.shutdown();
    assertThat(begun).isEqualTo(affordable);
    assertThat(scene.run().reserved()).isEqualTo(Scene.PRICE.times(affordable));
    RowCounts counts = scene.ledger.counts(scene.id);
    assertThat(counts.of(RowState.SUBMITTING)).isEqualTo(affordable);
    assertThat(counts.of(RowState.NOT_RUN)).isEqualTo(rows - affordable);
    assertThat(scene.ledger.runs().booksClose(scene.id)).isTrue();
  }

  private static void unchanged(Scene scene) {
    assertThat(scene.state(1)).isEqualTo(RowState.STAGED);
    assertThat(scene.row(1).attempts()).isEmpty();
    assertThat(scene.credits(1)).isEmpty();
    assertThat(scene.run().reserved()).isEqualTo(Credits.ZERO);
  }
}

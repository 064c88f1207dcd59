package io.callsheet.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callsheet.model.ChargeBasis;
import io.callsheet.model.Credits;
import io.callsheet.model.FailureClass;
import io.callsheet.model.NotRun;
import io.callsheet.model.RowState;
import io.callsheet.model.RunPhase;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class RedriveBookContract {

  private static final URI FILE = URI.create("https://files.example/1.mp4");

  private Scene scene;
  private RedriveBook redrives;

  abstract OpenLedger open();

  @BeforeEach
  void an_ended_run() {
    scene = Scene.staged(open(), Credits.of(1_000), 3);
    redrives = scene.ledger.redrives();
    scene.verdict(new Verdict.Failed(scene.rendering(1), FailureClass.PROVIDER, "crashed"));
    scene.answer(new Answer.Refused(scene.intend(2), 400, "policy", FailureClass.MODERATION));
    deliver(3);
    scene.ledger.runs().advance(scene.id, RunPhase.RUNNING, RunPhase.ENDED);
  }

  @Test
  void ended_rows_say_whether_they_need_force() {
    List<Redrivable> ended = scene.ended();
    assertThat(ended).extracting(Redrivable::no).containsExactly(1L, 2L, 3L);
    assertThat(ended).extracting(Redrivable::isOrdinary).containsExactly(true, false, false);
    assertThat(ended).extracting(Redrivable::isDelivered).containsExactly(false, false, true);
  }

  @Test
  void a_redriven_row_begins_anew_in_the_next_round_of_a_running_run() {
    scene.redrive(1L);
    assertThat(scene.run().round()).isEqualTo(2);
    assertThat(scene.run().phase()).isEqualTo(RunPhase.RUNNING);
    ReportRow row = scene.row(1);
    assertThat(row.state()).isEqualTo(RowState.PENDING);
    assertThat(row.action()).isNull();
    assertThat(row.failure()).isNull();
    assertThat(row.reason()).isNull();
    assertThat(row.finishedAt()).isNull();
    assertThat(scene.state(2)).isEqualTo(RowState.FAILED);
    assertThat(scene.state(3)).isEqualTo(RowState.SUCCEEDED);
  }

  @Test
  void a_row_that_is_run_again_by_force_pays_again_and_counts_its_attempts_on() {
    scene.redrive(3L);
    scene.decide(List.of(Scene.render(3)));
    scene.ledger.uploads().record(scene.id, List.of(new UploadBook.Uploaded.Staged(3)));
    deliver(3);
    assertThat(scene.row(3).charged()).isEqualTo(Credits.of(90));
    assertThat(scene.row(3).attempts()).extracting(Attempt::no).containsExactly(1L, 2L);
    assertThat(scene.run().charged()).isEqualTo(Credits.of(90));
    assertThat(scene.ledger.runs().booksClose(scene.id)).isTrue();
  }

  @Test
  void all_chosen_rows_begin_or_none() {
    assertThatThrownBy(() -> redrives.begin(scene.id, row -> true, Set.of(), () -> false))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("another process has taken over");
    assertThatThrownBy(() -> redrives.begin(scene.id, failsAt(3), Set.of(), () -> true))
        .hasMessageContaining("killed");

    assertThat(scene.ended()).extracting(Redrivable::no).containsExactly(1L, 2L, 3L);
    assertThat(scene.state(1)).isEqualTo(RowState.FAILED);
    assertThat(scene.run().round()).isEqualTo(1);
    assertThat(scene.run().phase()).isEqualTo(RunPhase.ENDED);

    assertThat(redrives.begin(scene.id, row -> true, Set.of(), () -> true)).isEqualTo(3);
    assertThat(scene.ended()).isEmpty();
  }

  @Test
  void pages_are_gone_through_to_the_end() {
    int rows = 2_500;
    Scene many = Scene.imported(open(), Credits.of(1_000), rows);
    many.decide(
        LongStream.rangeClosed(1, rows)
            .mapToObj(no -> new Decision.LeaveOut(no, NotRun.OVER_CAP, Scene.LENGTH, Scene.PRICE))
            .toList());
    many.start();
    many.ledger.runs().advance(many.id, RunPhase.RUNNING, RunPhase.ENDED);

    long begun = redrives.begin(many.id, row -> row.no() % 2 == 0, Set.of(), () -> true);

    assertThat(begun).isEqualTo(1_250);
    assertThat(many.ledger.counts(many.id).of(RowState.PENDING)).isEqualTo(1_250);
    assertThat(many.ended()).hasSize(1_250).noneMatch(row -> row.no() % 2 == 0);
  }

  private static Predicate<Redrivable> failsAt(long no) {
    return row -> {
      if (row.no() == no) {
        throw new IllegalStateException("killed");
      }
      return true;
    };
  }

  private void deliver(long no) {
    scene.verdict(
        new Verdict.Finished(scene.rendering(no), FILE, Credits.of(45), ChargeBasis.COMPUTED));
    scene
        .ledger
        .collects()
        .record(
            scene.id,
            List.of(new CollectBook.Delivered(no, Scene.digest("video"), Scene.LENGTH, false)));
  }
}

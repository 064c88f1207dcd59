package io.callsheet.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callsheet.model.ChargeBasis;
import io.callsheet.model.Credits;
import io.callsheet.model.FailureClass;
import io.callsheet.model.RowState;
import io.callsheet.model.RunPhase;
import java.net.URI;
import java.util.List;
import java.util.Set;
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
    redrives.begin(scene.id, scene.ended().subList(0, 1), Set.of());
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
    redrives.begin(scene.id, scene.ended().subList(2, 3), Set.of());
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
    List<Redrivable> ended = scene.ended();
    redrives.begin(scene.id, ended.subList(1, 2), Set.of());
    assertThatThrownBy(() -> redrives.begin(scene.id, ended.subList(0, 2), Set.of()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(scene.state(1)).isEqualTo(RowState.FAILED);
    assertThat(scene.run().round()).isEqualTo(2);
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

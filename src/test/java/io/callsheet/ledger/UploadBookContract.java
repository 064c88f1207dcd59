package io.callsheet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.ledger.UploadBook.Uploaded;
import io.callsheet.model.Credits;
import io.callsheet.model.NotRun;
import io.callsheet.model.RowState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

abstract class UploadBookContract {

  private static final Credits CAP = Credits.of(1_000);

  abstract OpenLedger open();

  @Test
  void a_stored_row_is_staged_and_a_changed_one_is_left_out() {
    Scene scene = Scene.ready(open(), CAP, 2);
    scene
        .ledger
        .uploads()
        .record(
            scene.id, List.of(new Uploaded.Staged(1), new Uploaded.Changed(2, "hero.png grew")));
    assertThat(scene.state(1)).isEqualTo(RowState.STAGED);
    assertThat(scene.state(2)).isEqualTo(RowState.NOT_RUN);
    assertThat(scene.row(2).notRun()).isEqualTo(NotRun.ASSET_CHANGED);
    assertThat(scene.row(2).reason()).isEqualTo("hero.png grew");
  }

  @Test
  void a_postponed_row_is_due_again_only_at_its_time_and_counts_its_tries() {
    Scene scene = Scene.ready(open(), CAP, 1);
    Instant due = scene.now().plusSeconds(30);
    scene.ledger.uploads().record(scene.id, List.of(new Uploaded.Later(1, due)));
    assertThat(scene.ledger.uploads().due(scene.id, 10)).isEmpty();
    assertThat(scene.ledger.lanes().nextDue(scene.id, RowState.READY)).contains(due);
    open().clock().advance(Duration.ofSeconds(30));
    assertThat(scene.ledger.uploads().due(scene.id, 10))
        .singleElement()
        .satisfies(row -> assertThat(row.tries()).isEqualTo(1));
    assertThat(scene.ledger.lanes().nextDue(scene.id, RowState.READY)).isEmpty();
  }

  @Test
  void urgent_rows_are_uploaded_and_submitted_first() {
    Scene scene = Scene.empty(open(), CAP);
    scene.add(List.of(NewRows.good(1), NewRows.urgent(2, 9), NewRows.urgent(3, 1)));
    scene.probeAll();
    scene.decide(List.of(Scene.render(1), Scene.render(2), Scene.render(3)));
    assertThat(scene.ledger.uploads().due(scene.id, 2).stream().map(UploadRow::no))
        .containsExactly(3L, 2L);
    scene
        .ledger
        .uploads()
        .record(
            scene.id,
            List.of(new Uploaded.Staged(1), new Uploaded.Staged(2), new Uploaded.Staged(3)));
    assertThat(scene.ledger.submits().due(scene.id, 10).stream().map(SubmitRow::no))
        .containsExactly(3L, 2L, 1L);
  }

  @Test
  void the_lanes_live_while_a_row_is_on_its_way_and_drain_only_what_was_sent() {
    Scene scene = Scene.staged(open(), CAP, 1);
    LaneBook lanes = scene.ledger.lanes();
    assertThat(lanes.isLive(scene.id, false)).isTrue();
    assertThat(lanes.isLive(scene.id, true)).isFalse();
    PollRow row = scene.rendering(1);
    assertThat(lanes.isLive(scene.id, true)).isTrue();
    assertThat(scene.ledger.submits().rendering(scene.id)).containsExactly(1L);
    scene.verdict(new Verdict.Overdue(row, scene.now()));
    assertThat(lanes.isLive(scene.id, false)).isFalse();
    assertThat(scene.ledger.submits().rendering(scene.id)).isEmpty();
    assertThat(scene.ledger.counts(scene.id).overdue()).isEqualTo(1);
  }
}

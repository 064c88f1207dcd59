package io.callsheet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.model.ChargeBasis;
import io.callsheet.model.Credits;
import io.callsheet.model.NotRun;
import io.callsheet.model.PlanAction;
import io.callsheet.model.RowState;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

abstract class PlanBookContract {

  private static final Credits CAP = Credits.of(1_000);

  abstract OpenLedger open();

  @Test
  void rows_are_decided_by_priority_and_then_in_manifest_order() {
    Scene scene = Scene.empty(open(), CAP);
    scene.add(
        List.of(NewRows.good(1), NewRows.urgent(2, 2), NewRows.urgent(3, 1), NewRows.urgent(4, 2)));
    scene.probeAll();
    assertThat(numbers(scene)).containsExactly(3L, 2L, 4L, 1L);
    scene.decide(List.of(Scene.render(2)));
    assertThat(numbers(scene)).containsExactly(3L, 4L, 1L);
  }

  @Test
  void each_kind_of_decision_leaves_its_row_where_it_belongs() {
    Scene scene = Scene.imported(open(), CAP, 4);
    scene.decide(
        List.of(
            Scene.render(1),
            Scene.reject(2, "too long"),
            new Decision.LeaveOut(3, NotRun.NOT_SELECTED, Duration.ofSeconds(2), Credits.of(18)),
            new Decision.LeaveOut(4, NotRun.OVER_CAP, Duration.ofSeconds(3), Credits.of(27))));
    ReportRow rendered = scene.row(1);
    assertThat(rendered.state()).isEqualTo(RowState.READY);
    assertThat(rendered.action()).isEqualTo(PlanAction.RENDER);
    assertThat(rendered.estimate()).isEqualTo(Scene.PRICE);
    assertThat(rendered.expected()).isEqualTo(Scene.LENGTH);
    assertThat(rendered.video()).isEqualTo("1.mp4");
    assertThat(scene.state(2)).isEqualTo(RowState.REJECTED);
    assertThat(scene.row(2).action()).isEqualTo(PlanAction.REJECT);
    assertThat(scene.row(2).reason()).isEqualTo("too long");
    assertThat(scene.state(3)).isEqualTo(RowState.NOT_RUN);
    assertThat(scene.row(3).action()).isEqualTo(PlanAction.SKIP);
    assertThat(scene.row(3).notRun()).isEqualTo(NotRun.NOT_SELECTED);
    assertThat(scene.row(4).action()).isEqualTo(PlanAction.OVER_CAP);
    assertThat(scene.row(4).notRun()).isEqualTo(NotRun.OVER_CAP);
    assertThat(scene.row(4).estimate()).isEqualTo(Credits.of(27));
  }

  @Test
  void the_totals_are_those_of_the_decisions() {
    Scene scene = Scene.imported(open(), CAP, 5);
    scene.decide(
        List.of(
            Scene.render(1),
            Scene.render(2),
            new Decision.LeaveOut(3, NotRun.NOT_SELECTED, Duration.ofSeconds(2), Credits.of(18)),
            new Decision.LeaveOut(4, NotRun.OVER_CAP, Duration.ofSeconds(3), Credits.of(27))));
    assertThat(scene.ledger.plans().totals(scene.id))
        .containsExactlyInAnyOrder(
            new PlanBook.ActionTotal("RENDER", 2, Credits.of(90), 10_000),
            new PlanBook.ActionTotal("SKIP", 1, Credits.of(18), 2_000),
            new PlanBook.ActionTotal("OVER_CAP", 1, Credits.of(27), 3_000),
            new PlanBook.ActionTotal("", 1, Credits.ZERO, 0));
    assertThat(scene.ledger.plans().planned(scene.id)).isEqualTo(Credits.of(90));
    assertThat(scene.ledger.plans().unselected(scene.id)).isEqualTo(1);
  }

  @Test
  void the_progress_of_a_plan_is_what_its_round_has_chosen_and_committed() {
    Scene scene = Scene.imported(open(), CAP, 4);
    scene.decide(
        List.of(
            Scene.render(1),
            Scene.render(2),
            new Decision.LeaveOut(3, NotRun.NOT_SELECTED, Duration.ZERO, Credits.ZERO)));
    assertThat(scene.ledger.plans().progress(scene.id))
        .isEqualTo(new PlanBook.Progress(Credits.of(90), 2, false));
    scene.decide(List.of(new Decision.LeaveOut(4, NotRun.OVER_CAP, Duration.ZERO, Credits.ZERO)));
    assertThat(scene.ledger.plans().progress(scene.id))
        .isEqualTo(new PlanBook.Progress(Credits.of(90), 3, true));
  }

  @Test
  void a_later_round_begins_uncut_but_what_is_reserved_and_charged_stays_committed() {
    Scene scene = Scene.imported(open(), CAP, 3);
    scene.decide(
        List.of(
            Scene.render(1),
            Scene.render(2),
            new Decision.LeaveOut(3, NotRun.OVER_CAP, Scene.LENGTH, Scene.PRICE)));
    scene.start();
    scene
        .ledger
        .uploads()
        .record(
            scene.id,
            List.of(new UploadBook.Uploaded.Staged(1), new UploadBook.Uploaded.Staged(2)));
    scene.verdict(
        new Verdict.Finished(
            scene.rendering(1),
            URI.create("https://files.example/1.mp4"),
            Credits.of(50),
            ChargeBasis.PROVIDER));
    scene.intend(2);
    scene.ledger.runs().nextRound(scene.id);
    assertThat(scene.ledger.plans().progress(scene.id))
        .isEqualTo(new PlanBook.Progress(Credits.of(95), 0, false));
  }

  @Test
  void two_rows_may_not_be_written_to_names_that_differ_by_case_only() {
    Scene scene = Scene.imported(open(), CAP, 4);
    scene.decide(
        List.of(named(1, "Hero/A.mp4"), named(2, "hero/a.MP4"), named(3, "b.mp4"), named(4, "c")));
    List<PlanBook.VideoClash> clashes = scene.ledger.plans().clashes(scene.id);
    assertThat(clashes).hasSize(1);
    assertThat(clashes.get(0).video()).isEqualToIgnoringCase("hero/a.mp4");
    assertThat(clashes.get(0).other()).isNotEqualTo(clashes.get(0).video());
    assertThat(clashes.get(0).rows()).isEqualTo(2);
    assertThat(clashes.get(0).firstKey()).isEqualTo("row-1");
    assertThat(clashes.get(0).lastKey()).isEqualTo("row-2");
  }

  @Test
  void names_of_other_alphabets_clash_as_well() {
    Scene scene = Scene.imported(open(), CAP, 2);
    scene.decide(List.of(named(1, "Été.mp4"), named(2, "éTÉ.mp4")));
    assertThat(scene.ledger.plans().clashes(scene.id)).hasSize(1);
  }

  @Test
  void names_clash_that_differ_only_in_how_their_letters_are_written() {
    Scene scene = Scene.imported(open(), CAP, 6);
    scene.decide(
        List.of(
            named(1, "caf\u00e9.mp4"),
            named(2, "CAFE\u0301.mp4"),
            named(3, "\u039f\u03a3.mp4"),
            named(4, "\u03bf\u03c2.mp4"),
            named(5, "cafe.mp4"),
            named(6, "strasse.mp4")));
    assertThat(scene.ledger.plans().clashes(scene.id))
        .extracting(PlanBook.VideoClash::lastKey)
        .containsExactlyInAnyOrder("row-2", "row-4");
  }

  @Test
  void a_decision_about_a_row_that_has_moved_on_changes_nothing() {
    Scene scene = Scene.staged(open(), CAP, 1);
    scene.decide(List.of(Scene.reject(1, "too late")));
    assertThat(scene.state(1)).isEqualTo(RowState.STAGED);
    assertThat(scene.row(1).reason()).isNull();
  }

  private static Decision.Render named(long rowNo, String video) {
    return new Decision.Render(
        rowNo,
        Scene.LENGTH,
        Scene.PRICE,
        Scene.digest("content " + rowNo),
        video,
        "no earlier render");
  }

  private static List<Long> numbers(Scene scene) {
    return scene.ledger.plans().unplanned(scene.id, 10).stream().map(UnplannedRow::no).toList();
  }
}

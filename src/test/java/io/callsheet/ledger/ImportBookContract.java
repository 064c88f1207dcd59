package io.callsheet.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callsheet.model.AssetRole;
import io.callsheet.model.Credits;
import io.callsheet.model.PlanAction;
import io.callsheet.model.Problem;
import io.callsheet.model.RowState;
import io.callsheet.model.RunPhase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

abstract class ImportBookContract {

  private static final Credits CAP = Credits.of(1_000);

  abstract OpenLedger open();

  @Test
  void good_rows_are_pending_and_bad_ones_rejected_with_the_reason() {
    Scene scene = Scene.empty(open(), CAP);
    scene.add(List.of(NewRows.good(1), NewRows.bad(2, "character is empty")));
    assertThat(scene.state(1)).isEqualTo(RowState.PENDING);
    assertThat(scene.row(1).action()).isNull();
    assertThat(scene.row(1).cells()).containsExactly("hero.png", "dance.mp4");
    assertThat(scene.state(2)).isEqualTo(RowState.REJECTED);
    assertThat(scene.row(2).action()).isEqualTo(PlanAction.REJECT);
    assertThat(scene.ledger.reports().reasons(scene.id, RowState.REJECTED, 10))
        .containsExactly(new ReportBook.Reason(scene.row(2).key(), 3, "character is empty"));
  }

  @Test
  void a_restart_goes_on_after_the_last_committed_row() {
    Scene scene = Scene.empty(open(), CAP);
    assertThat(scene.ledger.imports().lastRow(scene.id)).isZero();
    scene.add(List.of(NewRows.good(1), NewRows.good(2)));
    open()
        .tx()
        .executeWithoutResult(
            status -> {
              scene.ledger.imports().add(scene.id, List.of(NewRows.good(3)));
              status.setRollbackOnly();
            });
    assertThat(scene.ledger.imports().lastRow(scene.id)).isEqualTo(2);
  }

  @Test
  void a_row_is_imported_once() {
    Scene scene = Scene.empty(open(), CAP);
    scene.add(List.of(NewRows.good(1)));
    assertThatThrownBy(() -> scene.add(List.of(NewRows.good(2), NewRows.good(1))))
        .isInstanceOf(DuplicateKeyException.class);
    assertThat(scene.ledger.imports().lastRow(scene.id)).isEqualTo(1);
  }

  @Test
  void the_columns_come_back_in_their_order() {
    Scene scene = Scene.empty(open(), CAP);
    scene.ledger.imports().header(scene.id, List.of("Performance", "a \"b\", c", "", "Ünï"));
    assertThat(scene.run().header()).containsExactly("Performance", "a \"b\", c", "", "Ünï");
  }

  @Test
  void a_problem_longer_than_its_column_loses_only_its_tail() {
    Scene scene = Scene.empty(open(), CAP);
    scene.add(List.of(NewRows.bad(1, "é\u0000" + "x".repeat(9_000))));
    assertThat(scene.row(1).reason()).startsWith("éxx").endsWith("x…").hasSize(4_000);
  }

  @Test
  void each_reference_is_collected_once_a_role() {
    Scene scene = Scene.empty(open(), CAP);
    scene.add(
        List.of(
            NewRows.using(1, "a.png", "x.mp4"),
            NewRows.using(2, "a.png", "y.mp4"),
            NewRows.using(3, "b.png", "a.png"),
            NewRows.bad(4, "no")));
    scene.ledger.assets().collect(scene.id);
    scene.ledger.assets().collect(scene.id);
    assertThat(unprobed(scene, AssetRole.CHARACTER, "")).containsExactly("a.png", "b.png");
    assertThat(unprobed(scene, AssetRole.PERFORMANCE, ""))
        .containsExactlyInAnyOrder("a.png", "x.mp4", "y.mp4");
    assertThat(unprobed(scene, AssetRole.CHARACTER, "a.png")).containsExactly("b.png");
  }

  @Test
  void a_probed_reference_is_not_asked_for_again_and_its_facts_reach_the_plan() {
    Scene scene = Scene.empty(open(), CAP);
    scene.add(List.of(NewRows.using(1, "a.png", "x.mp4")));
    scene.ledger.assets().collect(scene.id);
    AssetRef image = new AssetRef(AssetRole.CHARACTER, "a.png");
    scene
        .ledger
        .assets()
        .usable(scene.id, image, Path.of("/a.png"), scene.now(), Scene.facts(image.role(), "a"));
    scene
        .ledger
        .assets()
        .unusable(scene.id, new AssetRef(AssetRole.PERFORMANCE, "x.mp4"), "is cut off");
    assertThat(unprobed(scene, AssetRole.CHARACTER, "")).isEmpty();
    assertThat(unprobed(scene, AssetRole.PERFORMANCE, "")).isEmpty();
    UnplannedRow row = scene.ledger.plans().unplanned(scene.id, 10).get(0);
    assertThat(row.image()).isEqualTo(Scene.facts(AssetRole.CHARACTER, "a"));
    assertThat(row.imageProblem()).isNull();
    assertThat(row.video()).isNull();
    assertThat(row.videoProblem()).isEqualTo("is cut off");
    assertThat(scene.ledger.assets().files(scene.id))
        .containsExactly(
            new AssetBook.LocalFile(
                Path.of("/a.png"),
                1_000,
                scene.now(),
                Scene.facts(AssetRole.CHARACTER, "a").sha256()));
  }

  @Test
  void files_with_the_same_bytes_count_once() {
    Scene scene = Scene.empty(open(), CAP);
    scene.add(List.of(NewRows.using(1, "a.png", "x.mp4"), NewRows.using(2, "b.png", "x.mp4")));
    scene.ledger.assets().collect(scene.id);
    for (String name : List.of("a.png", "b.png")) {
      AssetRef ref = new AssetRef(AssetRole.CHARACTER, name);
      scene
          .ledger
          .assets()
          .usable(scene.id, ref, Path.of("/", name), scene.now(), Scene.facts(ref.role(), "same"));
    }
    assertThat(scene.ledger.assets().totals(scene.id)).isEqualTo(new AssetBook.Totals(1, 1_000));
  }

  @Test
  void problems_come_back_one_by_one_in_the_order_of_the_rows() {
    Scene scene = Scene.empty(open(), CAP);
    Problem first = new Problem("characters", 7, "character", "a.png", "is empty", "write a file");
    Problem second = Problem.of(8, "", "", "is too long", "");
    NewRow bad = NewRows.bad(2, "whole");
    scene.add(List.of(NewRows.good(1), bad, NewRows.bad(3, List.of(first, second))));
    scene.ledger.problems().unreadable(scene.id, Problem.of(9, "", "", "ends", "mend"));
    scene.ledger.problems().unreadable(scene.id, Problem.of(9, "", "", "ends here", "mend"));
    assertThat(scene.ledger.problems().page(scene.id, -1, 0, 10))
        .containsExactly(
            new ProblemBook.Told(0, 1, "", Problem.of(9, "", "", "ends here", "mend")),
            new ProblemBook.Told(2, 1, "row-2", bad.problems().get(0)),
            new ProblemBook.Told(3, 1, "row-3", first),
            new ProblemBook.Told(3, 2, "row-3", second));
    assertThat(scene.ledger.problems().page(scene.id, 3, 1, 10)).hasSize(1);
    assertThat(scene.row(3).reason())
        .isEqualTo("character `a.png`: is empty: write a file; is too long");
  }

  private static List<String> unprobed(Scene scene, AssetRole role, String after) {
    return scene.ledger.assets().unprobed(scene.id, role, after, 10).stream()
        .map(AssetRef::ref)
        .toList();
  }

  @Test
  void fetched_files_are_needed_until_the_run_has_ended_and_are_no_local_files() {
    Scene scene = Scene.empty(open(), CAP);
    AssetRef image = new AssetRef(AssetRole.CHARACTER, "https://files.test/a.png");
    scene.add(List.of(NewRows.using(1, image.ref(), "x.mp4")));
    scene.ledger.assets().collect(scene.id);
    Path file = Path.of("/fetched/" + scene.id);
    scene
        .ledger
        .assets()
        .record(
            scene.id,
            List.of(
                new AssetFinding.Usable(
                    image, file, scene.now(), Scene.facts(image.role(), "a"), true, "a word")));

    assertThat(scene.ledger.assets().files(scene.id)).isEmpty();
    assertThat(scene.ledger.assets().notes(scene.id, 5)).containsExactly("a word");
    assertThat(scene.ledger.assets().fetchedAndNeeded()).contains(file);
    scene.ledger.runs().advance(scene.id, RunPhase.PLANNING, RunPhase.DISCARDED);
    assertThat(scene.ledger.assets().fetchedAndNeeded()).doesNotContain(file);
  }
}

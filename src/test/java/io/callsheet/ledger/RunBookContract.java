package io.callsheet.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callsheet.model.Credits;
import io.callsheet.model.NotRun;
import io.callsheet.model.RowState;
import io.callsheet.model.RunId;
import io.callsheet.model.RunPhase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

abstract class RunBookContract {

  private static final Credits CAP = Credits.of(1_000);

  abstract OpenLedger open();

  @Test
  void a_created_run_is_found_as_it_was_made() {
    Scene scene = Scene.empty(open(), CAP);
    Run run = scene.run();
    assertThat(run.id()).isEqualTo(scene.id);
    assertThat(run.phase()).isEqualTo(RunPhase.PLANNING);
    assertThat(run.round()).isEqualTo(1);
    assertThat(run.epoch()).isEqualTo(1);
    assertThat(run.cap()).isEqualTo(CAP);
    assertThat(run.reserved()).isEqualTo(Credits.ZERO);
    assertThat(run.charged()).isEqualTo(Credits.ZERO);
    assertThat(run.selection()).isEqualTo("--rows 1-3");
    assertThat(run.createdAt()).isEqualTo(scene.now());
    assertThat(run.header()).isEmpty();
    assertThat(run.lastExit()).isNull();
  }

  @Test
  void runs_of_a_job_are_numbered_on_and_the_newest_of_a_label_is_found() {
    RunBook runs = open().ledger().runs();
    RunId first = Scene.empty(open(), CAP).id;
    RunId second = runs.nextId(first.job());
    assertThat(second).isEqualTo(new RunId(first.job(), 2));
    runs.create(NewRuns.of(second, "draft", CAP), 1);
    assertThat(runs.nextId(first.job()).n()).isEqualTo(3);
    assertThat(runs.newest(first.job(), "").map(Run::id)).contains(first);
    assertThat(runs.newest(first.job(), "draft").map(Run::id)).contains(second);
    assertThat(runs.newest(first.job(), "other")).isEmpty();
  }

  @Test
  void of_two_that_take_the_same_number_the_first_has_it() {
    RunBook runs = open().ledger().runs();
    RunId first = Scene.empty(open(), CAP).id;
    assertThat(runs.create(NewRuns.of(first, "draft", Credits.ZERO), 1)).isFalse();
    assertThat(runs.get(first).label()).isEmpty();
    assertThat(runs.basis(first).settings()).containsEntry("spend.cap", CAP.toString());
  }

  @Test
  void all_runs_come_newest_first() {
    open().clock().advance(Duration.ofSeconds(1));
    Scene older = Scene.empty(open(), CAP);
    open().clock().advance(Duration.ofSeconds(1));
    Scene newer = Scene.empty(open(), CAP);
    assertThat(open().ledger().runs().all().stream().map(Run::id).toList())
        .startsWith(newer.id, older.id);
  }

  @Test
  void phases_advance_once_and_are_stamped() {
    Scene scene = Scene.empty(open(), CAP);
    RunBook runs = scene.ledger.runs();
    assertThat(runs.advance(scene.id, RunPhase.PLANNING, RunPhase.PLANNED)).isTrue();
    assertThat(runs.advance(scene.id, RunPhase.PLANNING, RunPhase.PLANNED)).isFalse();
    assertThat(scene.run().startedAt()).isNull();
    assertThat(runs.advance(scene.id, RunPhase.PLANNED, RunPhase.RUNNING)).isTrue();
    assertThat(scene.run().startedAt()).isEqualTo(scene.now());
    assertThat(scene.run().endedAt()).isNull();
    open().clock().advance(Duration.ofMinutes(3));
    runs.workEnded(scene.id);
    assertThat(runs.advance(scene.id, RunPhase.RUNNING, RunPhase.ENDED)).isTrue();
    assertThat(scene.run().endedAt()).isEqualTo(scene.now());
  }

  @Test
  void a_redrive_keeps_the_time_of_the_first_start() {
    Scene scene = Scene.empty(open(), CAP);
    scene.start();
    var started = scene.run().startedAt();
    scene.ledger.runs().advance(scene.id, RunPhase.RUNNING, RunPhase.ENDED);
    open().clock().advance(Duration.ofHours(1));
    assertThat(scene.ledger.runs().advance(scene.id, RunPhase.ENDED, RunPhase.RUNNING)).isTrue();
    assertThat(scene.run().startedAt()).isEqualTo(started);
  }

  @Test
  void an_illegal_phase_is_refused_and_nothing_changes() {
    Scene scene = Scene.empty(open(), CAP);
    assertThatThrownBy(
            () -> scene.ledger.runs().advance(scene.id, RunPhase.PLANNING, RunPhase.RUNNING))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("PLANNING cannot become RUNNING");
    assertThat(scene.run().phase()).isEqualTo(RunPhase.PLANNING);
  }

  @Test
  void closing_leaves_out_what_was_not_sent_and_keeps_what_was() {
    Scene scene = Scene.staged(open(), CAP, 3);
    scene.rendering(2);
    scene.intend(3);
    scene.ledger.runs().supersede(scene.id);
    assertThat(scene.run().phase()).isEqualTo(RunPhase.CLOSING);
    assertThat(scene.state(1)).isEqualTo(RowState.NOT_RUN);
    assertThat(scene.row(1).notRun()).isEqualTo(NotRun.SUPERSEDED);
    assertThat(scene.state(2)).isEqualTo(RowState.RENDERING);
    assertThat(scene.state(3)).isEqualTo(RowState.SUBMITTING);
  }

  @Test
  void approval_and_exit_are_kept_and_an_execution_reads_the_cap_anew() {
    Scene scene = Scene.empty(open(), CAP);
    scene.ledger.runs().approve(scene.id, "Jo", Scene.PRICE);
    scene.ledger.runs().approve(scene.id, "Somebody else", Credits.ZERO);
    scene.ledger.runs().exit(scene.id, 5);
    scene.ledger.runs().adopt(scene.id, 7, Credits.of(2));
    assertThat(scene.run().approval()).isEqualTo(new Run.Approval("Jo", scene.now(), Scene.PRICE));
    assertThat(scene.run().lastExit()).isEqualTo(5);
    assertThat(scene.run().epoch()).isEqualTo(7);
    assertThat(scene.run().cap()).isEqualTo(Credits.of(2));
  }

  @Test
  void books_that_do_not_add_up_are_noticed() {
    Scene scene = Scene.staged(open(), CAP, 1);
    scene.intend(1);
    assertThat(scene.ledger.runs().booksClose(scene.id)).isTrue();
    open()
        .jdbc()
        .sql("UPDATE run SET charged = 1 WHERE id = ?")
        .param(scene.id.toString())
        .update();
    assertThat(scene.ledger.runs().booksClose(scene.id)).isFalse();
  }
}

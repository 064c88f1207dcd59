package io.callsheet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.model.AssetRole;
import io.callsheet.model.ChargeBasis;
import io.callsheet.model.Credits;
import io.callsheet.model.FailureClass;
import io.callsheet.model.NotRun;
import io.callsheet.model.RowState;
import io.callsheet.model.RunPhase;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Rows 1 to 5 pair dance.mp4 with one character each; row 6 pairs the third with wave.mp4. */
abstract class QuarantineBookContract {
  private static final Asset DANCE = new Asset(AssetRole.PERFORMANCE, Scene.digest("dance.mp4"));
  private static final int PARTNERS = 3;

  private Scene scene;
  private QuarantineBook quarantines;

  abstract OpenLedger open();

  @BeforeEach
  void a_run_whose_rows_may_be_sent() {
    scene = Scene.empty(open(), Credits.of(1_000));
    scene.add(
        List.of(
            NewRows.using(1, "a.png", "dance.mp4"),
            NewRows.using(2, "b.png", "dance.mp4"),
            NewRows.using(3, "c.png", "dance.mp4"),
            NewRows.using(4, "d.png", "dance.mp4"),
            NewRows.using(5, "e.png", "dance.mp4"),
            NewRows.using(6, "c.png", "wave.mp4")));
    scene.probeAll();
    scene.decide(LongStream.rangeClosed(1, 6).mapToObj(Scene::render).toList());
    scene.start();
    scene
        .ledger
        .uploads()
        .record(
            scene.id,
            LongStream.of(1, 2, 3, 4, 6).mapToObj(UploadBook.Uploaded.Staged::new).toList());
    quarantines = scene.ledger.quarantines();
  }

  @Test
  void an_asset_that_fails_with_three_partners_takes_its_waiting_rows_with_it() {
    fail(1, FailureClass.MODERATION);
    refuse(2, FailureClass.MEDIA);
    check(1, 2);
    assertThat(quarantines.open(scene.id)).isEmpty();

    fail(3, FailureClass.MODERATION);
    check(3);

    assertThat(quarantines.count(scene.id)).isOne();
    Quarantined held = quarantines.open(scene.id).get(0);
    assertThat(held)
        .isEqualTo(
            new Quarantined(DANCE, "dance.mp4", 3, FailureClass.MODERATION, "not with us", 2));
    assertThat(List.of(4L, 5L))
        .as("staged and ready")
        .allSatisfy(
            no -> {
              assertThat(scene.state(no)).isEqualTo(RowState.NOT_RUN);
              assertThat(scene.row(no).notRun()).isEqualTo(NotRun.HELD);
              assertThat(scene.row(no).reason())
                  .isEqualTo(
                      "dance.mp4 failed with 3 different characters (moderation: not with us)");
            });
    assertThat(scene.state(6)).as("another performance").isEqualTo(RowState.STAGED);
  }

  @Test
  void a_row_under_way_goes_on() {
    Attempt sent = scene.intend(4);
    PollRow rendering = scene.pollRow(rendering(5));
    failThree();
    assertThat(scene.state(4)).isEqualTo(RowState.SUBMITTING);
    assertThat(scene.state(5)).isEqualTo(RowState.RENDERING);
    scene.answer(scene.accepted(sent));
    finish(rendering);
    assertThat(scene.state(4)).isEqualTo(RowState.RENDERING);
    assertThat(scene.state(5)).isEqualTo(RowState.RENDERED);
  }

  @Test
  void a_held_row_is_not_sent_by_who_had_claimed_it_before() {
    SubmitRow claimed = scene.stagedRow(4);
    failThree();
    assertThat(scene.tryIntend(claimed, 1)).isInstanceOf(IntentOutcome.Moved.class);
    assertThat(scene.state(4)).isEqualTo(RowState.NOT_RUN);
  }

  @Test
  void an_asset_that_was_rendered_once_is_not_to_blame() {
    finish(scene.rendering(4));
    failThree();
    assertThat(quarantines.open(scene.id)).isEmpty();
    assertThat(scene.state(5)).isEqualTo(RowState.READY);
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureClass.class,
      mode = Mode.INCLUDE,
      names = {"REQUEST", "PROVIDER"})
  void failures_that_no_asset_can_have_caused_do_not_count(FailureClass failure) {
    fail(1, FailureClass.MODERATION);
    fail(2, FailureClass.MODERATION);
    fail(3, failure);
    check(1, 2, 3);
    assertThat(quarantines.open(scene.id)).isEmpty();
  }

  @Test
  void one_partner_under_two_names_counts_once() {
    Scene twins = Scene.empty(open(), Credits.of(1_000));
    twins.add(
        List.of(
            NewRows.using(1, "a.png", "dance.mp4"),
            NewRows.using(2, "copy-of-a.png", "dance.mp4"),
            NewRows.using(3, "b.png", "dance.mp4")));
    twins.ledger.assets().collect(twins.id);
    for (AssetRole role : AssetRole.values()) {
      for (AssetRef ref : twins.ledger.assets().unprobed(twins.id, role, "", 10)) {
        String bytes = ref.ref().replace("copy-of-", "");
        twins
            .ledger
            .assets()
            .usable(
                twins.id,
                ref,
                java.nio.file.Path.of("/", ref.ref()),
                twins.now(),
                Scene.facts(role, bytes));
      }
    }
    twins.decide(LongStream.rangeClosed(1, 3).mapToObj(Scene::render).toList());
    twins.start();
    twins
        .ledger
        .uploads()
        .record(
            twins.id, LongStream.of(1, 2, 3).mapToObj(UploadBook.Uploaded.Staged::new).toList());
    twins.verdict(new Verdict.Failed(twins.rendering(1), FailureClass.MEDIA, "bad"));
    twins.verdict(new Verdict.Failed(twins.rendering(2), FailureClass.MEDIA, "bad"));

    twins.ledger.quarantines().check(twins.id, List.of(1L, 2L), 2);

    assertThat(twins.ledger.quarantines().open(twins.id)).isEmpty();
    assertThat(twins.state(3)).isEqualTo(RowState.STAGED);
  }

  @Test
  void a_row_that_follows_a_held_one_is_held_with_it() {
    scene.add(List.of(NewRows.using(7, "d.png", "dance.mp4")));
    scene.decide(
        List.of(new Decision.Follow(7, Scene.LENGTH, Scene.digest("content 4"), "7.mp4", 4)));
    failThree();
    assertThat(scene.state(7)).isEqualTo(RowState.NOT_RUN);
    assertThat(scene.row(7).notRun()).isEqualTo(NotRun.HELD);
    assertThat(quarantines.open(scene.id).get(0).rows()).isEqualTo(3);
  }

  @Test
  void a_process_that_dies_over_it_is_followed_by_one_that_holds_the_rest() {
    failThree();
    // As if the rows had not been reached.
    open()
        .jdbc()
        .sql("UPDATE run_row SET state = 'STAGED', not_run = NULL WHERE run_id = ? AND row_no = 4")
        .param(scene.id.toString())
        .update();
    open()
        .jdbc()
        .sql("UPDATE quarantine SET held_at = NULL WHERE run_id = ?")
        .param(scene.id.toString())
        .update();
    assertThat(quarantines.count(scene.id)).isZero();

    quarantines.hold(scene.id);

    assertThat(scene.state(4)).isEqualTo(RowState.NOT_RUN);
    assertThat(quarantines.count(scene.id)).isOne();
  }

  @Test
  void a_released_asset_is_trusted_for_the_rest_of_the_run() {
    failThree();
    for (long no : List.of(6L)) {
      finish(scene.rendering(no));
    }
    scene.ledger.runs().advance(scene.id, RunPhase.RUNNING, RunPhase.ENDED);
    List<Redrivable> held =
        scene.ended().stream().filter(row -> row.notRun() == NotRun.HELD).toList();
    assertThat(held).extracting(Redrivable::no).containsExactly(4L, 5L);
    assertThat(held).allMatch(row -> row.uses(DANCE));

    scene.ledger.redrives().begin(scene.id, held::contains, Set.of(DANCE), () -> true);

    assertThat(quarantines.open(scene.id)).isEmpty();
    scene.decide(List.of(Scene.render(4), Scene.render(5)));
    scene
        .ledger
        .uploads()
        .record(scene.id, LongStream.of(4, 5).mapToObj(UploadBook.Uploaded.Staged::new).toList());
    fail(4, FailureClass.MODERATION);
    check(4);
    assertThat(quarantines.open(scene.id)).isEmpty();
    assertThat(scene.state(5)).isEqualTo(RowState.STAGED);
  }

  @Test
  void a_character_is_told_by_its_performances() {
    fail(3, FailureClass.MEDIA);
    scene.add(List.of(NewRows.using(7, "c.png", "run.mp4")));
    scene.probeAll();
    scene.decide(List.of(Scene.render(7)));
    scene.answer(new Answer.Refused(scene.intend(6), 422, "no person in it", FailureClass.MEDIA));

    quarantines.check(scene.id, List.of(6L), 2);

    assertThat(quarantines.open(scene.id))
        .extracting(Quarantined::why)
        .containsExactly("c.png failed with 2 different performances (media: no person in it)");
    assertThat(scene.state(7)).isEqualTo(RowState.NOT_RUN);
  }

  private void failThree() {
    fail(1, FailureClass.MODERATION);
    fail(2, FailureClass.MODERATION);
    fail(3, FailureClass.MODERATION);
    check(1, 2, 3);
  }

  private void check(long... rows) {
    quarantines.check(scene.id, LongStream.of(rows).boxed().toList(), PARTNERS);
  }

  private void fail(long no, FailureClass failure) {
    scene.verdict(new Verdict.Failed(scene.rendering(no), failure, "not with us"));
  }

  private void refuse(long no, FailureClass failure) {
    scene.answer(new Answer.Refused(scene.intend(no), 422, "not with us", failure));
  }

  private long rendering(long no) {
    scene.ledger.uploads().record(scene.id, List.of(new UploadBook.Uploaded.Staged(no)));
    return scene.rendering(no).no();
  }

  private void finish(PollRow row) {
    scene.verdict(
        new Verdict.Finished(
            row, URI.create("https://files.example/v.mp4"), Credits.of(45), ChargeBasis.COMPUTED));
  }
}

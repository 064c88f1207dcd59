package io.callsheet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.model.ChargeBasis;
import io.callsheet.model.Credits;
import io.callsheet.model.FailureClass;
import io.callsheet.model.NotRun;
import io.callsheet.model.RowState;
import io.callsheet.model.Sha256;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows that take a render that another row has paid for. */
abstract class ReuseContract {
  private static final URI FILE = URI.create("https://files.example/1.mp4");
  private static final Sha256 VIDEO = Scene.digest("video");

  private Sha256 content;
  private Scene scene;

  abstract OpenLedger open();

  @BeforeEach
  void two_rows_of_one_content() {
    content = Scene.digest(UUID.randomUUID().toString());
    scene = Scene.imported(open(), Credits.of(1_000), 2);
    scene.decide(
        List.of(
            new Decision.Render(
                1, Scene.LENGTH, Scene.PRICE, content, "1.mp4", "no earlier render"),
            new Decision.Follow(2, Scene.LENGTH, content, "2.mp4", 1)));
    scene.start();
    scene.ledger.uploads().record(scene.id, List.of(new UploadBook.Uploaded.Staged(1)));
  }

  @Test
  void a_follower_waits_and_is_not_planned_again() {
    assertThat(scene.state(2)).isEqualTo(RowState.PENDING);
    assertThat(scene.ledger.plans().unplanned(scene.id, 10)).isEmpty();
    assertThat(scene.ledger.histories().leader(scene.id, content)).hasValue(1);
  }

  @Test
  void a_follower_gets_the_video_of_its_leader_for_nothing() {
    deliver();

    assertThat(scene.state(2)).isEqualTo(RowState.RENDERED);
    CollectRow row = scene.ledger.collects().due(scene.id, 10).get(0);
    EarlierRender earlier = ((CollectRow.Earlier) row.source()).render();
    assertThat(earlier.rowNo()).isEqualTo(1);
    assertThat(earlier.sha256()).isEqualTo(VIDEO);

    take(2);
    assertThat(scene.state(2)).isEqualTo(RowState.REUSED);
    assertThat(scene.row(2).charged()).isEqualTo(Credits.ZERO);
    assertThat(scene.row(2).attempts()).isEmpty();
    assertThat(scene.ledger.runs().booksClose(scene.id)).isTrue();
  }

  @Test
  void a_follower_ends_as_its_leader_does() {
    scene.answer(new Answer.Refused(scene.intend(1), 400, "the image is bad", FailureClass.MEDIA));

    assertThat(scene.state(2)).isEqualTo(RowState.FAILED);
    assertThat(scene.row(2).failure()).isEqualTo(FailureClass.MEDIA);
    assertThat(scene.row(2).reason()).isEqualTo("the image is bad");
  }

  @Test
  void a_follower_of_a_doubt_waits_for_the_decision() {
    scene.answer(new Answer.Doubt(scene.intend(1), 0, "reset"));

    assertThat(scene.state(2)).isEqualTo(RowState.PENDING);
    assertThat(scene.ledger.lanes().isLive(scene.id, false)).isFalse();
  }

  @Test
  void a_later_run_finds_what_was_delivered_unless_it_is_too_old() {
    deliver();
    Instant now = scene.now();

    assertThat(scene.ledger.histories().earlier(content, now.minus(Duration.ofDays(1))))
        .extracting(EarlierRender::sha256)
        .containsExactly(VIDEO);
    assertThat(scene.ledger.histories().earlier(content, now.plus(Duration.ofDays(1)))).isEmpty();
  }

  @Test
  void a_row_of_a_later_run_is_reused_or_left_out_when_the_video_is_gone() {
    deliver();
    EarlierRender earlier = scene.ledger.histories().earlier(content, Instant.EPOCH).get(0);
    Scene later = Scene.imported(open(), Credits.of(1), 2);
    later.decide(
        List.of(
            new Decision.Reuse(1, Scene.LENGTH, content, "1.mp4", earlier),
            new Decision.Reuse(2, Scene.LENGTH, content, "2.mp4", earlier)));
    later.start();

    later
        .ledger
        .collects()
        .record(
            later.id,
            List.of(
                new CollectBook.Delivered(1, VIDEO, Scene.LENGTH, true),
                new CollectBook.EarlierGone(2, "it is gone")));

    assertThat(later.state(1)).isEqualTo(RowState.REUSED);
    assertThat(later.row(1).reason()).isEqualTo("the same as " + earlier.key() + " of " + scene.id);
    assertThat(later.state(2)).isEqualTo(RowState.NOT_RUN);
    assertThat(later.row(2).notRun()).isEqualTo(NotRun.RENDER_GONE);
  }

  private void deliver() {
    scene.verdict(
        new Verdict.Finished(scene.rendering(1), FILE, Scene.PRICE, ChargeBasis.COMPUTED));
    scene
        .ledger
        .collects()
        .record(scene.id, List.of(new CollectBook.Delivered(1, VIDEO, Scene.LENGTH, false)));
  }

  private void take(long no) {
    scene
        .ledger
        .collects()
        .record(scene.id, List.of(new CollectBook.Delivered(no, VIDEO, Scene.LENGTH, true)));
  }
}

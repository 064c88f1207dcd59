package io.callsheet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.model.ChargeBasis;
import io.callsheet.model.Credits;
import io.callsheet.model.RowKey;
import io.callsheet.model.RunId;
import io.callsheet.model.Sha256;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a plan can find out about rows and contents of earlier runs. */
abstract class HistoryBookContract {
  private static final PreviousRender.Service KLING =
      new PreviousRender.Service("vidgo", "https://render.example", "kling");

  private Scene earlier;
  private Run later;

  abstract OpenLedger open();

  @BeforeEach
  void a_run_that_delivered_its_first_row_and_a_later_one_of_the_same_job() {
    earlier = Scene.staged(open(), Credits.of(1_000), 2);
    earlier.ledger.plans().renderedBy(earlier.id, KLING);
    deliver(earlier);
    RunId id = new RunId(earlier.id.job(), 2);
    earlier.ledger.runs().create(NewRuns.of(id, "", Credits.of(1_000)), 1);
    later = earlier.ledger.runs().get(id);
  }

  @Test
  void contents_that_some_row_has_are_known() {
    Sha256 never = Scene.digest("nobody asked for this");
    assertThat(book().known(List.of(Scene.digest("content 1"), never)))
        .containsExactly(Scene.digest("content 1"));
    assertThat(book().known(List.of())).isEmpty();
  }

  @Test
  void the_last_delivery_of_a_key_is_found_with_all_that_the_render_depended_on() {
    PreviousRender found =
        book().previous(later, new RowKey("row-1"), "other.png", "other.mp4").orElseThrow();
    assertThat(found.run()).isEqualTo(earlier.id);
    assertThat(found.image()).isEqualTo(Scene.digest("hero.png"));
    assertThat(found.video()).isEqualTo(Scene.digest("dance.mp4"));
    assertThat(found.prompt()).isEqualTo("waves");
    assertThat(found.service()).isEqualTo(KLING);
  }

  @Test
  void a_row_without_its_key_is_found_by_its_two_references() {
    assertThat(book().previous(later, new RowKey("new"), "hero.png", "dance.mp4"))
        .map(PreviousRender::key)
        .contains(new RowKey("row-1"));
    assertThat(book().previous(later, new RowKey("new"), "hero.png", "walk.mp4")).isEmpty();
  }

  @Test
  void neither_undelivered_rows_nor_the_run_itself_nor_other_jobs_count() {
    RowKey undelivered = new RowKey("row-2");
    assertThat(book().previous(later, undelivered, "x.png", "x.mp4")).isEmpty();
    assertThat(book().previous(earlier.run(), new RowKey("row-1"), "x.png", "x.mp4")).isEmpty();
    Scene stranger = Scene.empty(open(), Credits.of(1));
    assertThat(book().previous(stranger.run(), new RowKey("row-1"), "hero.png", "dance.mp4"))
        .isEmpty();
  }

  @Test
  void a_page_of_rows_is_sifted_for_those_with_a_past() {
    Scene next = Scene.imported(open(), Credits.of(1), 3);
    List<UnplannedRow> rows = next.ledger.plans().unplanned(next.id, 10);
    assertThat(book().delivered(later, rows)).containsExactlyInAnyOrder(1L, 2L, 3L);
    assertThat(book().delivered(next.run(), rows)).isEmpty();
  }

  @Test
  void a_row_that_is_run_again_is_no_past_until_it_is_delivered_again() {
    earlier.ledger.redrives().begin(earlier.id, Redrivable::isDelivered, Set.of(), () -> true);
    assertThat(book().previous(later, new RowKey("row-1"), "hero.png", "dance.mp4")).isEmpty();
    assertThat(earlier.ledger.plans().unplanned(earlier.id, 1).get(0).anew()).isNotNull();
  }

  @Test
  void a_row_that_is_planned_again_is_known_by_what_it_makes_now() {
    earlier.ledger.redrives().begin(earlier.id, row -> true, Set.of(), () -> true);
    Sha256 now = Scene.digest("content 1 by another model");
    earlier.decide(
        List.of(
            new Decision.Render(1, Scene.LENGTH, Scene.PRICE, now, "1.mp4", "the model changed")));
    assertThat(book().known(List.of(now))).containsExactly(now);
    assertThat(book().leader(earlier.id, now)).hasValue(1);
    assertThat(book().leader(earlier.id, Scene.digest("content 1"))).isEmpty();
  }

  private HistoryBook book() {
    return earlier.ledger.histories();
  }

  private static void deliver(Scene scene) {
    URI file = URI.create("https://files.example/1.mp4");
    scene.verdict(
        new Verdict.Finished(scene.rendering(1), file, Scene.PRICE, ChargeBasis.COMPUTED));
    CollectBook.Delivered video =
        new CollectBook.Delivered(1, Scene.digest("video"), Scene.LENGTH, false);
    scene.ledger.collects().record(scene.id, List.of(video));
  }
}

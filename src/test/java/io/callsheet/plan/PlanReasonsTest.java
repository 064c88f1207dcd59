package io.callsheet.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.ledger.Decision;
import io.callsheet.ledger.EarlierRender;
import io.callsheet.ledger.PlanBook;
import io.callsheet.ledger.PreviousRender;
import io.callsheet.ledger.PreviousRender.Service;
import io.callsheet.ledger.UnplannedRow;
import io.callsheet.model.Anew;
import io.callsheet.model.AssetFacts;
import io.callsheet.model.Credits;
import io.callsheet.model.Orientation;
import io.callsheet.model.Rate;
import io.callsheet.model.Resolution;
import io.callsheet.model.Rounding;
import io.callsheet.model.RowKey;
import io.callsheet.model.RunId;
import io.callsheet.model.Sha256;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every row that renders says why no earlier render is taken. */
class PlanReasonsTest {
  private static final AssetFacts HERO = Rows.image("hero");
  private static final AssetFacts DANCE = Rows.video("dance", 5_000);
  private static final Service KLING = new Service("vidgo", "https://render.example", "kling");
  private static final EarlierRender VIDEO =
      new EarlierRender(
          new RunId("spring", 3),
          7,
          new RowKey("old"),
          Path.of("out"),
          "old.mp4",
          Sha256.of(new byte[1]),
          Duration.ofSeconds(5));

  @Test
  void a_row_that_nobody_has_rendered_has_no_earlier_render() {
    assertThat(reason(new Memory(), row(1, null))).isEqualTo("no earlier render");
    assertThat(reason(new Memory(), row(1, Anew.COLUMN))).isEqualTo("no earlier render");
  }

  @Test
  void what_changed_since_the_last_delivery_is_named() {
    assertThat(since(HERO, DANCE, "jumps", Resolution.P720, KLING)).isEqualTo("prompt changed");
    assertThat(since(Rows.image("hat"), DANCE, "waves", Resolution.P720, KLING))
        .isEqualTo("image bytes changed");
    assertThat(since(HERO, Rows.video("walk", 5_000), "waves", Resolution.P720, KLING))
        .isEqualTo("video bytes changed");
    assertThat(since(HERO, DANCE, "waves", Resolution.P1080, KLING))
        .isEqualTo("resolution changed");
    assertThat(since(HERO, DANCE, null, Resolution.P1080, KLING))
        .isEqualTo("prompt changed, resolution changed");
  }

  @Test
  void another_service_or_model_is_a_change_as_well() {
    assertThat(sinceService(new Service("vidgo", "https://render.example", "kling-2")))
        .isEqualTo("model changed");
    assertThat(sinceService(new Service("sandbox", "sandbox", "kling")))
        .isEqualTo("provider changed");
    assertThat(sinceService(new Service("vidgo", "https://elsewhere.example", "kling")))
        .isEqualTo("base-url changed");
    assertThat(sinceService(null)).isEqualTo("provider or model changed");
  }

  @Test
  void a_render_that_may_not_be_used_again_says_by_which_rule() {
    UnplannedRow row = row(1, null);
    Memory memory = new Memory().barring(content(row), "older than reuse.max-age (90d)");
    assertThat(reason(memory, row)).isEqualTo("older than reuse.max-age (90d)");
  }

  @Test
  void a_row_that_wants_to_be_rendered_anew_is_whatever_exists() {
    Memory memory = new Memory().holding(content(row(1, null)), VIDEO);
    assertThat(planner(memory).decide(row(1, null))).isInstanceOf(Decision.Reuse.class);
    assertThat(reason(memory, row(1, Anew.COLUMN))).isEqualTo("reuse: no");
    assertThat(reason(memory, row(1, Anew.FORCE))).isEqualTo("redrive --force");
  }

  @Test
  void two_identical_rows_that_want_no_reuse_render_each_on_its_own() {
    Planner planner = planner(new Memory());
    assertThat(planner.decide(row(1, Anew.COLUMN))).isInstanceOf(Decision.Render.class);
    assertThat(planner.decide(row(2, Anew.COLUMN)))
        .isInstanceOfSatisfying(
            Decision.Render.class, second -> assertThat(second.reason()).isEqualTo("reuse: no"));
    assertThat(planner.decide(row(3, null)))
        .isInstanceOfSatisfying(
            Decision.Follow.class, third -> assertThat(third.leader()).isEqualTo(1));
  }

  private static String since(
      AssetFacts image, AssetFacts video, String prompt, Resolution resolution, Service service) {
    PreviousRender before =
        new PreviousRender(
            new RunId("spring", 1),
            new RowKey("row-1"),
            image.sha256(),
            video.sha256(),
            Orientation.VIDEO,
            resolution,
            prompt,
            service);
    return reason(new Memory().delivered(1, before), row(1, null));
  }

  private static String sinceService(Service service) {
    return since(HERO, DANCE, "waves", Resolution.P720, service);
  }

  private static String reason(Memory memory, UnplannedRow row) {
    return ((Decision.Render) planner(memory).decide(row)).reason();
  }

  private static Sha256 content(UnplannedRow row) {
    return ((Decision.Render) planner(new Memory()).decide(row)).content();
  }

  private static Planner planner(Memory memory) {
    return new Planner(
        new PlanRules(
            Rate.VIDGO,
            Rounding.CEIL_SECOND,
            Credits.of(1_000),
            KLING.provider(),
            KLING.origin(),
            KLING.model()),
        row -> true,
        Long.MAX_VALUE,
        new VideoName("{row_key}.mp4", List.of()),
        memory,
        new PlanBook.Progress(Credits.ZERO, 0, false));
  }

  private static UnplannedRow row(long no, Anew anew) {
    return new UnplannedRow(
        no,
        no + 1,
        0,
        new RowKey("row-" + no),
        List.of(),
        "hero.png",
        "dance.mp4",
        HERO,
        null,
        DANCE,
        null,
        Orientation.VIDEO,
        Resolution.P720,
        "waves",
        anew);
  }
}

package io.callsheet.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.ledger.Decision;
import io.callsheet.ledger.EarlierRender;
import io.callsheet.ledger.PlanBook;
import io.callsheet.ledger.UnplannedRow;
import io.callsheet.model.Credits;
import io.callsheet.model.NotRun;
import io.callsheet.model.Orientation;
import io.callsheet.model.Problem;
import io.callsheet.model.Rate;
import io.callsheet.model.Rounding;
import io.callsheet.model.RowKey;
import io.callsheet.model.RunId;
import io.callsheet.model.Sha256;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class PlannerTest {

  private static final Selection ALL = Selection.of(null, null, false);
  private static final PlanBook.Progress NOTHING = new PlanBook.Progress(Credits.ZERO, 0, false);

  @Test
  void a_row_is_priced_named_and_told_by_its_content() {
    Decision decision = planner(100, ALL, NOTHING).decide(Rows.of(1, 5_001));
    assertThat(decision)
        .isInstanceOfSatisfying(
            Decision.Render.class,
            render -> {
              assertThat(render.rowNo()).isEqualTo(1);
              assertThat(render.expected()).isEqualTo(Duration.ofMillis(5_001));
              assertThat(render.estimate()).isEqualTo(Credits.of(54));
              assertThat(render.video()).isEqualTo("summer/row-1.mp4");
            });
  }

  @Test
  void the_cap_may_be_reached_exactly() {
    Planner planner = planner(90, ALL, NOTHING);
    assertThat(planner.decide(Rows.of(1, 5_000))).isInstanceOf(Decision.Render.class);
    assertThat(planner.decide(Rows.of(2, 5_000))).isInstanceOf(Decision.Render.class);
    assertThat(planner.decide(Rows.of(3, 3_000)))
        .isEqualTo(
            new Decision.LeaveOut(3, NotRun.OVER_CAP, Duration.ofSeconds(3), Credits.of(27)));
  }

  @Test
  void the_first_row_that_does_not_fit_cuts_off_cheaper_ones_after_it() {
    Planner planner = planner(100, ALL, NOTHING);
    assertThat(planner.decide(Rows.of(1, 5_000))).isInstanceOf(Decision.Render.class);
    assertThat(leftOut(planner.decide(Rows.of(2, 10_000)))).isEqualTo(NotRun.OVER_CAP);
    assertThat(leftOut(planner.decide(Rows.of(3, 3_000)))).isEqualTo(NotRun.OVER_CAP);
  }

  @Test
  void a_restart_goes_on_where_the_plan_was() {
    PlanBook.Progress half = new PlanBook.Progress(Credits.of(60), 1, false);
    assertThat(leftOut(planner(100, ALL, half).decide(Rows.of(2, 5_000))))
        .isEqualTo(NotRun.OVER_CAP);
    PlanBook.Progress cut = new PlanBook.Progress(Credits.ZERO, 1, true);
    assertThat(leftOut(planner(100, ALL, cut).decide(Rows.of(2, 3_000))))
        .isEqualTo(NotRun.OVER_CAP);
    assertThat(leftOut(planner(100, Selection.of(null, 1L, false), half).decide(Rows.of(2, 3_000))))
        .isEqualTo(NotRun.NOT_SELECTED);
  }

  @Test
  void the_limit_counts_selected_rows_that_can_be_rendered() {
    Planner planner = planner(1_000, Selection.of("2-9", 2L, false), NOTHING);
    assertThat(leftOut(planner.decide(Rows.of(1, 5_000)))).isEqualTo(NotRun.NOT_SELECTED);
    assertThat(planner.decide(Rows.unusable(2, "is no image", null)))
        .isInstanceOf(Decision.Reject.class);
    assertThat(planner.decide(Rows.of(3, 5_000))).isInstanceOf(Decision.Render.class);
    assertThat(planner.decide(Rows.of(4, 5_000))).isInstanceOf(Decision.Render.class);
    assertThat(leftOut(planner.decide(Rows.of(5, 5_000)))).isEqualTo(NotRun.NOT_SELECTED);
  }

  @Test
  void what_is_not_selected_is_priced_and_never_counts_against_the_cap() {
    Planner planner = planner(45, Selection.of("2", null, false), NOTHING);
    assertThat(planner.decide(Rows.of(1, 5_000)))
        .isEqualTo(
            new Decision.LeaveOut(1, NotRun.NOT_SELECTED, Duration.ofSeconds(5), Credits.of(45)));
    assertThat(planner.decide(Rows.of(2, 5_000))).isInstanceOf(Decision.Render.class);
  }

  @Test
  void every_problem_of_a_row_is_told() {
    assertThat(planner(100, ALL, NOTHING).decide(Rows.unusable(1, "is no image", "is cut off")))
        .isEqualTo(
            new Decision.Reject(
                1,
                List.of(
                    Problem.of(2, "character", "hero.png", "is no image", ""),
                    Problem.of(2, "performance", "dance.mp4", "is cut off", ""))));
  }

  @Test
  void a_problem_of_a_row_that_is_not_selected_refuses_nothing() {
    Decision decision =
        planner(100, Selection.of("9", null, false), NOTHING)
            .decide(Rows.unusable(1, null, "is cut off"));
    assertThat(decision)
        .isEqualTo(new Decision.LeaveOut(1, NotRun.NOT_SELECTED, Duration.ZERO, Credits.ZERO));
  }

  @Test
  void a_performance_may_be_longer_under_one_orientation_than_under_the_other() {
    Planner planner = planner(1_000, ALL, NOTHING);
    var image = Rows.image("hero");
    var long20 = Rows.video("dance", 20_000);
    assertThat(planner.decide(Rows.of(1, image, long20, Orientation.VIDEO, null)))
        .isInstanceOf(Decision.Render.class);
    assertThat(planner.decide(Rows.of(2, image, long20, Orientation.IMAGE, null)))
        .isInstanceOfSatisfying(
            Decision.Reject.class,
            reject ->
                assertThat(Problem.together(reject.problems()))
                    .startsWith("performance `dance.mp4`: "));
  }

  private static NotRun leftOut(Decision decision) {
    return ((Decision.LeaveOut) decision).why();
  }

  @Test
  void content_that_is_in_doubt_elsewhere_is_left_out_and_costs_nothing() {
    Planner planner = planner(45, ALL, NOTHING, key -> key.equals(key(Rows.of(1, 5_000))));
    assertThat(leftOut(planner.decide(Rows.of(1, 5_000)))).isEqualTo(NotRun.DOUBT_ELSEWHERE);
    UnplannedRow other =
        Rows.of(2, Rows.image("other"), Rows.video("dance", 5_000), Orientation.VIDEO, null);
    assertThat(planner.decide(other)).isInstanceOf(Decision.Render.class);
  }

  @Test
  void an_earlier_render_of_the_same_content_is_taken_whatever_the_cap_says() {
    UnplannedRow row = Rows.of(2, 5_000);
    EarlierRender earlier = earlier();
    Planner planner =
        planner(1, ALL, NOTHING, new Memory().doubting(content -> true).holding(key(row), earlier));

    assertThat(planner.decide(row))
        .isEqualTo(
            new Decision.Reuse(2, Duration.ofSeconds(5), key(row), "summer/row-2.mp4", earlier));
  }

  @Test
  void identical_rows_render_once() {
    UnplannedRow first = same(1);
    Planner planner = planner(45, ALL, NOTHING);

    assertThat(planner.decide(first)).isInstanceOf(Decision.Render.class);
    assertThat(planner.decide(same(2)))
        .isEqualTo(
            new Decision.Follow(2, Duration.ofSeconds(5), key(first), "summer/row-2.mp4", 1));
  }

  private static UnplannedRow same(long no) {
    return Rows.of(no, Rows.image("hero"), Rows.video("dance", 5_000), Orientation.VIDEO, "waves");
  }

  private static EarlierRender earlier() {
    return new EarlierRender(
        new RunId("spring", 3),
        7,
        new RowKey("old"),
        Path.of("out"),
        "old.mp4",
        Sha256.of(new byte[1]),
        Duration.ofSeconds(5));
  }

  private static Sha256 key(UnplannedRow row) {
    Decision decision = planner(1_000, ALL, NOTHING).decide(row);
    return ((Decision.Render) decision).content();
  }

  private static Planner planner(long cap, Selection selection, PlanBook.Progress progress) {
    return planner(cap, selection, progress, (Predicate<Sha256>) key -> false);
  }

  private static Planner planner(
      long cap, Selection selection, PlanBook.Progress progress, Predicate<Sha256> doubtful) {
    return planner(cap, selection, progress, new Memory().doubting(doubtful));
  }

  private static Planner planner(
      long cap, Selection selection, PlanBook.Progress progress, History history) {
    PlanRules rules =
        new PlanRules(
            Rate.VIDGO,
            Rounding.CEIL_SECOND,
            Credits.of(cap),
            "vidgo",
            "https://render.example",
            "kling");
    VideoName names = new VideoName("{campaign}/{row_key}.mp4", List.of("Campaign"));
    return new Planner(
        rules,
        row -> selection.names(row.no(), row.key()),
        selection.limit(),
        names,
        history,
        progress);
  }
}

package io.callsheet.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.ledger.UnplannedRow;
import io.callsheet.model.AssetFacts;
import io.callsheet.model.Orientation;
import io.callsheet.model.Resolution;
import io.callsheet.model.RowKey;
import io.callsheet.model.Sha256;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentKeyTest {

  private static final ContentKey SERVICE = new ContentKey("vidgo", "https://a.example", "kling");
  private static final AssetFacts HERO = Rows.image("hero");
  private static final AssetFacts DANCE = Rows.video("dance", 5_000);

  @Test
  void each_thing_that_the_picture_depends_on_makes_another_render() {
    UnplannedRow row = Rows.of(1, HERO, DANCE, Orientation.VIDEO, "waves");
    List<Sha256> keys = new ArrayList<>();
    keys.add(SERVICE.of(row, HERO, DANCE));
    keys.add(new ContentKey("sandbox", "https://a.example", "kling").of(row, HERO, DANCE));
    keys.add(new ContentKey("vidgo", "https://b.example", "kling").of(row, HERO, DANCE));
    keys.add(new ContentKey("vidgo", "https://a.example", "kling-2").of(row, HERO, DANCE));
    keys.add(SERVICE.of(row, Rows.image("other"), DANCE));
    keys.add(SERVICE.of(row, HERO, Rows.video("other", 5_000)));
    keys.add(SERVICE.of(row, DANCE, HERO));
    keys.add(SERVICE.of(Rows.of(1, HERO, DANCE, Orientation.IMAGE, "waves"), HERO, DANCE));
    keys.add(SERVICE.of(Rows.of(1, HERO, DANCE, Orientation.VIDEO, "jumps"), HERO, DANCE));
    keys.add(SERVICE.of(at1080p(row), HERO, DANCE));
    assertThat(keys).doesNotHaveDuplicates();
  }

  @Test
  void names_and_places_make_no_other_render() {
    UnplannedRow row = Rows.of(1, HERO, DANCE, Orientation.VIDEO, "waves");
    UnplannedRow other = Rows.of(2, HERO, DANCE, Orientation.VIDEO, "waves");
    assertThat(SERVICE.of(row, HERO, DANCE)).isEqualTo(SERVICE.of(other, HERO, DANCE));
  }

  @Test
  void no_prompt_and_an_empty_one_are_the_same() {
    assertThat(SERVICE.of(Rows.of(1, HERO, DANCE, Orientation.VIDEO, null), HERO, DANCE))
        .isEqualTo(SERVICE.of(Rows.of(1, HERO, DANCE, Orientation.VIDEO, ""), HERO, DANCE));
  }

  private static UnplannedRow at1080p(UnplannedRow row) {
    return new UnplannedRow(
        row.no(),
        row.line(),
        0,
        new RowKey("k"),
        row.cells(),
        row.character(),
        row.performance(),
        HERO,
        null,
        DANCE,
        null,
        row.orientation(),
        Resolution.P1080,
        row.prompt(),
        null);
  }
}

package io.callsheet.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.ledger.UnplannedRow;
import io.callsheet.model.AssetFacts;
import io.callsheet.model.Orientation;
import io.callsheet.model.Rate;
import io.callsheet.model.Resolution;
import io.callsheet.model.Rounding;
import io.callsheet.model.RowKey;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CanaryTest {
  private static final int SMALL = 5;

  @Test
  void no_choice_of_fewer_rows_shows_every_file_on_any_small_campaign() {
    Random random = new Random(4);
    for (int campaign = 0; campaign < 400; campaign++) {
      int rows = 1 + random.nextInt(11);
      int[] from = random.ints(rows, 0, SMALL).toArray();
      int[] to = random.ints(rows, 0, SMALL).toArray();
      BitSet cover = EdgeCover.of(SMALL, SMALL, from, to);
      assertThat(touched(cover, from, to)).isEqualTo(touched(all(rows), from, to));
      assertThat(cover.cardinality()).isEqualTo(fewest(from, to));
    }
  }

  @Test
  void a_long_chain_of_files_is_covered_by_every_second_row() {
    int length = 200_000;
    int[] from = IntStream.range(0, length).map(edge -> (edge + 1) / 2).toArray();
    int[] to = IntStream.range(0, length).map(edge -> edge / 2).toArray();
    BitSet cover = EdgeCover.of(length / 2 + 1, length / 2, from, to);
    assertThat(cover.cardinality()).isEqualTo(length / 2 + 1);
  }

  @Test
  void a_campaign_of_every_pair_needs_as_many_rows_as_it_has_of_the_more_numerous_files() {
    Canary canary = canary();
    for (int no = 0; no < 12; no++) {
      canary.add(row(no + 1, Rows.image("c" + no % 3), Rows.video("p" + no / 3, 5_000)));
    }
    assertThat(canary.rows().cardinality()).isEqualTo(4);
  }

  @Test
  void the_same_bytes_under_two_names_are_one_file_and_the_cheaper_row_shows_it() {
    Canary canary = canary();
    canary.add(row(1, Rows.image("hero"), Rows.video("dance", 9_000)));
    canary.add(row(2, Rows.image("hero"), Rows.video("dance", 4_000)));
    assertThat(canary.rows()).isEqualTo(BitSet.valueOf(new long[] {1 << 2}));
  }

  @Test
  void a_file_that_cannot_be_used_is_shown_as_well_and_takes_no_good_row_away() {
    Canary canary = canary();
    canary.add(row(1, Rows.image("hero"), Rows.video("dance", 5_000)));
    canary.add(row(2, Rows.image("hero"), null));
    canary.add(row(3, Rows.image("hero"), null));
    assertThat(canary.rows()).isEqualTo(BitSet.valueOf(new long[] {1 << 1 | 1 << 2}));
  }

  private static Canary canary() {
    return new Canary(Rate.VIDGO, Rounding.CEIL_SECOND);
  }

  private static UnplannedRow row(long no, AssetFacts image, AssetFacts video) {
    return new UnplannedRow(
        no,
        no + 1,
        0,
        new RowKey("row-" + no),
        List.of(),
        "hero-" + no + ".png",
        "dance.mp4",
        image,
        null,
        video,
        video == null ? "is cut off" : null,
        Orientation.VIDEO,
        Resolution.P720,
        null,
        null);
  }

  private static int fewest(int[] from, int[] to) {
    BitSet wanted = touched(all(from.length), from, to);
    return IntStream.range(1, 1 << from.length)
        .mapToObj(choice -> BitSet.valueOf(new long[] {choice}))
        .filter(choice -> touched(choice, from, to).equals(wanted))
        .mapToInt(BitSet::cardinality)
        .min()
        .orElseThrow();
  }

  private static BitSet all(int edges) {
    BitSet all = new BitSet();
    all.set(0, edges);
    return all;
  }

  private static BitSet touched(BitSet edges, int[] from, int[] to) {
    BitSet touched = new BitSet();
    edges.stream()
        .forEach(
            edge -> {
              touched.set(from[edge]);
              touched.set(SMALL + to[edge]);
            });
    return touched;
  }
}

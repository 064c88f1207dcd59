package io.callsheet.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callsheet.model.RowKey;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {

  @Test
  void without_rows_and_limit_all_are_selected() {
    Selection all = Selection.of(null, null, false);
    assertThat(all.text()).isEmpty();
    assertThat(all.limit()).isEqualTo(Long.MAX_VALUE);
    assertThat(numbers(all)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
  }

  @Test
  void rows_are_named_by_number_range_or_key() {
    Selection some = Selection.of("2-4, 9,hero", null, false);
    assertThat(numbers(some)).containsExactly(2L, 3L, 4L, 9L);
    assertThat(some.names(77, new RowKey("hero"))).isTrue();
    assertThat(some.names(77, new RowKey("Hero"))).isFalse();
  }

  @Test
  void a_key_that_looks_like_a_number_or_a_range_is_a_key_as_well() {
    Selection some = Selection.of("1001,3-4", null, false);
    assertThat(some.names(8, new RowKey("1001"))).isTrue();
    assertThat(some.names(8, new RowKey("3-4"))).isTrue();
    assertThat(some.names(8, new RowKey("8"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1,", ",1", "1,,2", " "})
  void an_empty_part_is_told(String rows) {
    assertThatThrownBy(() -> Selection.of(rows, null, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--rows 1-10,17,hero-3");
  }

  @Test
  void a_range_that_ends_before_it_begins_is_a_key() {
    Selection selection = Selection.of("2026-11", null, false);
    assertThat(selection.names(12, new RowKey("2026-11"))).isTrue();
    assertThat(selection.names(12, new RowKey("other"))).isFalse();
  }

  @Test
  void a_limit_of_nothing_is_told() {
    assertThatThrownBy(() -> Selection.of(null, 0L, false)).hasMessageContaining("a number from 1");
  }

  @Test
  void what_is_kept_of_it_reads_back_the_same() {
    for (Selection selection :
        List.of(
            Selection.of(null, null, false),
            Selection.of("1-3,hero", null, false),
            Selection.of(null, 20L, false),
            Selection.of("a b,7", 5L, false))) {
      assertThat(Selection.parse(selection.text())).isEqualTo(selection);
    }
    assertThat(Selection.of("1-3", 5L, false).text()).isEqualTo("--rows 1-3 --limit 5");
    assertThatThrownBy(() -> Selection.parse("--all")).hasMessage("not a selection: --all");
  }

  private static List<Long> numbers(Selection selection) {
    return LongStream.rangeClosed(1, 10)
        .filter(no -> selection.names(no, new RowKey("k" + no)))
        .boxed()
        .toList();
  }

  @Test
  void a_canary_may_be_chosen_among_some_rows_and_sets_its_own_number() {
    Selection some = Selection.of("1-9", null, true);
    assertThat(some.text()).isEqualTo("--rows 1-9 --canary");
    assertThat(Selection.parse(some.text())).isEqualTo(some);
    assertThat(Selection.parse("--canary")).isEqualTo(Selection.of(null, null, true));
    assertThatThrownBy(() -> Selection.of(null, 3L, true))
        .hasMessageContaining("goes without --limit");
  }
}

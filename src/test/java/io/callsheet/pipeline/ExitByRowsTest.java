package io.callsheet.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.ledger.RowCounts;
import io.callsheet.model.ExitCode;
import io.callsheet.model.RowState;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExitByRowsTest {
  @Test
  void a_run_whose_rows_all_have_their_video_is_done() {
    assertThat(exit(Map.of(RowState.SUCCEEDED, 3L, RowState.REUSED, 2L), 0, 0))
        .isEqualTo(ExitCode.DONE);
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILED", "REJECTED", "NOT_RUN"})
  void one_row_without_a_video_is_told(RowState state) {
    assertThat(exit(Map.of(RowState.SUCCEEDED, 3L, state, 1L), 0, 0))
        .isEqualTo(ExitCode.UNSUCCESSFUL);
  }

  @Test
  void rows_that_were_not_selected_do_not_count() {
    Map<RowState, Long> rows = Map.of(RowState.SUCCEEDED, 3L, RowState.NOT_RUN, 7L);
    assertThat(exit(rows, 0, 7)).isEqualTo(ExitCode.DONE);
    assertThat(exit(rows, 0, 6)).isEqualTo(ExitCode.UNSUCCESSFUL);
  }

  @Test
  void a_doubt_or_an_overdue_row_comes_before_a_failed_one() {
    assertThat(exit(Map.of(RowState.IN_DOUBT, 1L, RowState.FAILED, 1L), 0, 0))
        .isEqualTo(ExitCode.DECISION);
    assertThat(exit(Map.of(RowState.RENDERING, 1L, RowState.SUCCEEDED, 1L), 1, 0))
        .isEqualTo(ExitCode.DECISION);
  }

  @ParameterizedTest
  @EnumSource(names = {"READY", "STAGED", "SUBMITTING", "RENDERING", "RENDERED"})
  void a_row_that_is_still_under_way_is_for_resume_not_for_a_decision(RowState state) {
    assertThat(exit(Map.of(state, 1L, RowState.IN_DOUBT, 1L), 0, 0)).isEqualTo(ExitCode.STOPPED);
  }

  @Test
  void a_row_that_follows_a_doubtful_one_does_not_hide_the_decision() {
    assertThat(exit(Map.of(RowState.PENDING, 1L, RowState.IN_DOUBT, 1L), 0, 0))
        .isEqualTo(ExitCode.DECISION);
  }

  private static ExitCode exit(Map<RowState, Long> rows, long overdue, long unselected) {
    return RunExit.byRows(new RowCounts(rows, overdue), unselected);
  }
}

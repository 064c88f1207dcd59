package io.callsheet.model;

import static io.callsheet.model.RowState.FAILED;
import static io.callsheet.model.RowState.IN_DOUBT;
import static io.callsheet.model.RowState.NOT_RUN;
import static io.callsheet.model.RowState.PENDING;
import static io.callsheet.model.RowState.READY;
import static io.callsheet.model.RowState.REJECTED;
import static io.callsheet.model.RowState.RENDERED;
import static io.callsheet.model.RowState.RENDERING;
import static io.callsheet.model.RowState.REUSED;
import static io.callsheet.model.RowState.STAGED;
import static io.callsheet.model.RowState.SUBMITTING;
import static io.callsheet.model.RowState.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables of the design's page about states, written out once more. */
class LegalMovesTest {

  private static final Map<RowState, Set<RowState>> ROWS =
      Map.ofEntries(
          Map.entry(PENDING, Set.of(REJECTED, NOT_RUN, READY, RENDERED, FAILED)),
          Map.entry(READY, Set.of(STAGED, NOT_RUN)),
          Map.entry(STAGED, Set.of(SUBMITTING, NOT_RUN)),
          Map.entry(SUBMITTING, Set.of(STAGED, FAILED, RENDERING, IN_DOUBT)),
          Map.entry(IN_DOUBT, Set.of(RENDERING, STAGED, FAILED)),
          Map.entry(RENDERING, Set.of(RENDERED, STAGED, FAILED)),
          Map.entry(RENDERED, Set.of(SUCCEEDED, REUSED, FAILED, NOT_RUN)),
          Map.entry(FAILED, Set.of(PENDING)),
          Map.entry(NOT_RUN, Set.of(PENDING)),
          Map.entry(SUCCEEDED, Set.of(PENDING)),
          Map.entry(REUSED, Set.of(PENDING)),
          Map.entry(REJECTED, Set.of()));

  private static final Map<RunPhase, Set<RunPhase>> RUNS =
      Map.of(
          RunPhase.PLANNING, Set.of(RunPhase.PLANNED, RunPhase.REFUSED, RunPhase.DISCARDED),
          RunPhase.PLANNED, Set.of(RunPhase.RUNNING, RunPhase.DISCARDED),
          RunPhase.RUNNING, Set.of(RunPhase.CLOSING, RunPhase.ENDED),
          RunPhase.CLOSING, Set.of(RunPhase.ENDED),
          RunPhase.ENDED, Set.of(RunPhase.RUNNING),
          RunPhase.REFUSED, Set.of(),
          RunPhase.DISCARDED, Set.of());

  private static final Set<AttemptState> ANSWERS =
      Set.of(
          AttemptState.NOT_TAKEN, AttemptState.REFUSED, AttemptState.ACCEPTED, AttemptState.DOUBT);

  private static final Map<AttemptState, Set<AttemptState>> ATTEMPTS =
      Map.of(
          AttemptState.INTENT, ANSWERS,
          AttemptState.DOUBT,
              Set.of(AttemptState.ACCEPTED, AttemptState.NOT_TAKEN, AttemptState.WRITTEN_OFF),
          AttemptState.ACCEPTED,
              Set.of(AttemptState.FINISHED, AttemptState.FAILED, AttemptState.WRITTEN_OFF),
          AttemptState.NOT_TAKEN, Set.of(),
          AttemptState.REFUSED, Set.of(),
          AttemptState.FINISHED, Set.of(),
          AttemptState.FAILED, Set.of(),
          AttemptState.WRITTEN_OFF, Set.of());

  @ParameterizedTest
  @EnumSource
  void a_row_moves_as_the_table_says(RowState from) {
    for (RowState to : RowState.values()) {
      assertThat(from.canBecome(to))
          .as("%s to %s", from, to)
          .isEqualTo(ROWS.get(from).contains(to));
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_run_moves_as_the_table_says(RunPhase from) {
    for (RunPhase to : RunPhase.values()) {
      assertThat(from.canBecome(to))
          .as("%s to %s", from, to)
          .isEqualTo(RUNS.get(from).contains(to));
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_attempt_moves_as_the_table_says(AttemptState from) {
    for (AttemptState to : AttemptState.values()) {
      assertThat(from.canBecome(to))
          .as("%s to %s", from, to)
          .isEqualTo(ATTEMPTS.get(from).contains(to));
    }
  }

  @Test
  void the_ends_of_a_row_are_the_five_of_the_design() {
    Set<RowState> ends = Set.of(SUCCEEDED, REUSED, FAILED, REJECTED, NOT_RUN);
    for (RowState state : RowState.values()) {
      assertThat(state.isEnd()).as("%s", state).isEqualTo(ends.contains(state));
    }
  }

  @Test
  void credits_are_held_for_an_attempt_that_may_still_be_paid() {
    Set<AttemptState> open = Set.of(AttemptState.INTENT, AttemptState.ACCEPTED, AttemptState.DOUBT);
    for (AttemptState state : AttemptState.values()) {
      assertThat(state.isOpen()).as("%s", state).isEqualTo(open.contains(state));
    }
  }
}

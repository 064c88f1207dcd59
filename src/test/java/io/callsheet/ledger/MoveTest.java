package io.callsheet.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callsheet.model.FailureClass;
import io.callsheet.model.RowState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MoveTest {

  @ParameterizedTest
  @EnumSource
  void a_move_that_the_table_does_not_have_cannot_be_made(RowState from) {
    for (RowState to : RowState.values()) {
      if (!from.canBecome(to)) {
        assertThatThrownBy(() -> Move.of(from, to))
            .isInstanceOf(IllegalStateException.class)
            .hasMessage(from + " cannot become " + to);
      }
    }
    assertThatThrownBy(() -> Move.of(RowState.REJECTED, RowState.PENDING))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void constants_are_kept_by_their_names() {
    Move move =
        Move.of(RowState.RENDERING, RowState.FAILED)
            .set("failure", FailureClass.LOST)
            .set("reason", null);
    assertThat(move.columns()).containsEntry("failure", "LOST").containsEntry("reason", null);
  }
}

package io.callsheet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.model.AttemptState;
import io.callsheet.model.Credits;
import io.callsheet.model.RowState;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class RandomWalkContract {

  abstract OpenLedger open();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_261_122})
  void the_books_close_after_whatever_happened(long seed) {
    RandomWalk walk = new RandomWalk(open(), seed);
    for (int step = 0; step < 250; step++) {
      walk.step();
      if (step % 25 == 0) {
        check(walk.scene);
      }
    }
    check(walk.scene);
  }

  private static void check(Scene scene) {
    assertThat(scene.ledger.runs().booksClose(scene.id)).isTrue();
    Run run = scene.run();
    Credits reserved = Credits.ZERO;
    Credits charged = Credits.ZERO;
    RowCounts counts = scene.ledger.counts(scene.id);
    assertThat(counts.ended() + counts.of(RowState.IN_DOUBT) + counts.open()).isEqualTo(scene.rows);
    for (ReportRow row : scene.ledger.reports().page(scene.id, 0, 1_000)) {
      List<Attempt> open = row.attempts().stream().filter(a -> a.state().isOpen()).toList();
      assertThat(open).as("open attempts of row %d", row.no()).hasSizeLessThanOrEqualTo(1);
      assertThat(open.stream().map(Attempt::state).toList())
          .as("row %d is %s", row.no(), row.state())
          .isEqualTo(openAttempt(row.state()));
      assertThat(row.attempts().stream().filter(a -> a.state() == AttemptState.FINISHED).count())
          .isLessThanOrEqualTo(1);
      reserved = reserved.plus(open.isEmpty() ? Credits.ZERO : open.get(0).reserved());
      charged = charged.plus(row.charged());
    }
    assertThat(run.reserved()).isEqualTo(reserved);
    assertThat(run.charged()).isEqualTo(charged);
  }

  /** What a row in a state must have in flight (states, Attempt and credits). */
  private static List<AttemptState> openAttempt(RowState state) {
    return switch (state) {
      case SUBMITTING -> List.of(AttemptState.INTENT);
      case IN_DOUBT -> List.of(AttemptState.DOUBT);
      case RENDERING -> List.of(AttemptState.ACCEPTED);
      default -> List.of();
    };
  }
}

package io.callsheet.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.ledger.PollRow;
import io.callsheet.model.Credits;
import io.callsheet.model.Resolution;
import io.callsheet.model.RowKey;
import io.callsheet.model.TaskId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WatchTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final Watch watch = new Watch();

  @Test
  void hands_out_what_is_due_longest_first_and_tells_when_the_next_one_is() {
    watch.take(row(1, 1), NOON.plusSeconds(2), NOON);
    watch.take(row(2, 1), NOON.plusSeconds(1), NOON);
    watch.take(row(3, 1), NOON.plusSeconds(3), NOON);

    assertThat(watch.due(NOON.plusSeconds(2), 9)).containsExactly(row(2, 1), row(1, 1));
    assertThat(watch.due(NOON.plusSeconds(2), 1)).containsExactly(row(2, 1));
    assertThat(watch.next(NOON.plusSeconds(2))).contains(NOON.plusSeconds(3));
    assertThat(watch.next(NOON.plusSeconds(3))).isEmpty();
  }

  @Test
  void a_task_that_rests_is_due_later_and_remembers_when_it_was_seen_at_work() {
    watch.take(row(1, 1), NOON, NOON);
    watch.rest(row(1, 1), Duration.ofSeconds(7), NOON.plusSeconds(1));
    watch.rest(watch.due(NOON.plusSeconds(1), 1).get(0), null, NOON.plusSeconds(2));

    assertThat(watch.due(NOON.plusSeconds(1), 9)).isEmpty();
    PollRow due = watch.due(NOON.plusSeconds(2), 9).get(0);
    assertThat(due.polls()).isEqualTo(2);
    assertThat(watch.working(due)).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void a_task_that_is_taken_again_is_due_at_once_and_another_attempt_takes_its_place() {
    watch.take(row(1, 1), NOON, NOON);
    watch.rest(row(1, 1), Duration.ofSeconds(7), NOON.plusSeconds(9));
    watch.take(row(1, 1), NOON.plusSeconds(9), NOON);
    assertThat(watch.due(NOON, 9)).hasSize(1);
    assertThat(watch.working(row(1, 1))).isEqualTo(Duration.ofSeconds(7));

    watch.take(row(1, 2), NOON, NOON);
    assertThat(watch.due(NOON.plusSeconds(9), 9)).containsExactly(row(1, 2));
    assertThat(watch.working(row(1, 2))).isZero();
    watch.forget(row(1, 1));
    assertThat(watch.isEmpty()).as("late news of the older attempt").isFalse();
    watch.forget(row(1, 2));
    assertThat(watch.isEmpty()).isTrue();
    assertThat(watch.due(NOON.plusSeconds(9), 9)).isEmpty();
  }

  @Test
  void a_task_is_moved_up_but_never_back() {
    watch.take(row(1, 1), NOON.plusSeconds(5), NOON);
    watch.take(row(2, 1), NOON.plusSeconds(1), NOON);

    watch.moveUp(task -> NOON.plusSeconds(3));

    assertThat(watch.due(NOON.plusSeconds(1), 9)).containsExactly(row(2, 1));
    assertThat(watch.due(NOON.plusSeconds(3), 9)).containsExactly(row(2, 1), row(1, 1));
  }

  private static PollRow row(long no, long attempt) {
    return new PollRow(
        no,
        new RowKey("row-" + no),
        attempt,
        new TaskId("task-" + no + "-" + attempt),
        NOON,
        Duration.ofSeconds(5),
        Resolution.P720,
        Credits.of(45),
        0,
        0,
        false);
  }
}

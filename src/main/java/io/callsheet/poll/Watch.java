package io.callsheet.poll;

import io.callsheet.ledger.PollRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The tasks in flight that this process asks for: when each is asked for next, and at which age it
 * was last seen at work. That a task still renders is found out again for nothing, so none of it is
 * written down.
 */
final class Watch {
  private static final Comparator<Task> BY_DUE =
      Comparator.comparing(Task::due).thenComparing(task -> task.row().no());

  private final Map<Long, Task> byRow = new HashMap<>();
  private final TreeSet<Task> byDue = new TreeSet<>(BY_DUE);

  /**
   * Begins to watch a task. One that is watched already was made due by somebody, as after a step
   * of the clock.
   */
  synchronized void take(PollRow row, Instant due, Instant now) {
    Task task = find(row);
    if (task == null) {
      put(new Task(row, due, Duration.ZERO));
    } else if (task.due().isAfter(now)) {
      put(new Task(task.row(), now, task.working()));
    }
  }

  /**
   * The task was asked for, and nothing is decided.
   *
   * @param working the age at which it was seen at work; null if it was not seen
   */
  synchronized void rest(PollRow row, @Nullable Duration working, Instant due) {
    put(new Task(row.askedOnceMore(), due, working == null ? working(row) : working));
  }

  synchronized void forget(PollRow row) {
    Task task = find(row);
    if (task != null) {
      byRow.remove(row.no());
      byDue.remove(task);
    }
  }

  /** Those that are due, longest first. */
  synchronized List<PollRow> due(Instant now, int limit) {
    return byDue.stream()
        .takeWhile(task -> !task.due().isAfter(now))
        .limit(limit)
        .map(Task::row)
        .toList();
  }

  /** When the next one is due that is not due yet. */
  synchronized Optional<Instant> next(Instant now) {
    Task next = byDue.stream().dropWhile(task -> !task.due().isAfter(now)).findFirst().orElse(null);
    return Optional.ofNullable(next).map(Task::due);
  }

  /** Makes tasks due sooner than they were; none becomes due later. */
  synchronized void moveUp(Function<Task, Instant> due) {
    for (Task task : List.copyOf(byDue)) {
      Instant sooner = due.apply(task);
      if (sooner.isBefore(task.due())) {
        put(new Task(task.row(), sooner, task.working()));
      }
    }
  }

  /** At which age the task was last seen at work; zero if it never was. */
  synchronized Duration working(PollRow row) {
    Task task = find(row);
    return task == null ? Duration.ZERO : task.working();
  }

  synchronized boolean isEmpty() {
    return byRow.isEmpty();
  }

  private void put(Task task) {
    Task before = byRow.put(task.row().no(), task);
    if (before != null) {
      byDue.remove(before);
    }
    byDue.add(task);
  }

  /** The attempt's own: a retried row has another task. */
  private @Nullable Task find(PollRow row) {
    Task task = byRow.get(row.no());
    return task != null && task.row().attempt() == row.attempt() ? task : null;
  }

  /** A task that is watched. */
  record Task(PollRow row, Instant due, Duration working) {}
}

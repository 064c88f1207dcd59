package io.callsheet.poll;

import io.callsheet.lane.Backoff;
import io.callsheet.ledger.Lesson;
import io.callsheet.ledger.PollRow;
import io.callsheet.ledger.Verdict;
import io.callsheet.provider.StatusOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which of the watched tasks to ask for now, as the schedule has it, and what their ends teach. */
final class Rounds {
  private static final int CHOICE = 4;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
  private static final Duration TERM = Duration.ofSeconds(1);

  private final PollSettings settings;
  private final PollSchedule schedule;
  private final InstantSource clock;
  private final Instant begun;
  private final Watch watch = new Watch();
  private final List<Lesson> lessons = new ArrayList<>();
  private final Map<Long, Duration> ages = new ConcurrentHashMap<>();
  private long taught = System.nanoTime() - TERM.toNanos();

  Rounds(PollSettings settings, PollSchedule schedule, InstantSource clock) {
    this.settings = settings;
    this.schedule = schedule;
    this.clock = clock;
    this.begun = clock.instant();
  }

  boolean isEmpty() {
    return watch.isEmpty();
  }

  void take(PollRow row) {
    Instant now = clock.instant();
    watch.take(
        row, row.overdue() ? now : row.submittedAt().plus(schedule.first(settings.kind(row))), now);
  }

  /** Up to so many of those that are due. */
  List<PollRow> due(int limit) {
    Instant now = clock.instant();
    List<PollRow> due = watch.due(now, CHOICE * limit);
    if (due.size() <= limit) {
      return due;
    }
    // Polls are scarce: whoever is most likely done goes first, and nobody waits for ever.
    Map<PollRow, Double> likely = new HashMap<>();
    due.forEach(row -> likely.put(row, likelihood(row, now)));
    Comparator<PollRow> order = Comparator.comparing(likely::get);
    return due.stream().sorted(order.reversed()).limit(limit).toList();
  }

  private double likelihood(PollRow row, Instant now) {
    Duration age = Duration.between(row.submittedAt(), now);
    Duration working = watch.working(row);
    double waited = Duration.between(row.submittedAt().plus(working), now).toMillis();
    return schedule.doneBy(settings.kind(row), working, age) + waited / LONGEST_WAIT.toMillis();
  }

  Optional<Instant> next() {
    return watch.next(clock.instant());
  }

  /** The task was asked for, and nothing is decided. */
  void rest(PollRow row, StatusOutcome outcome) {
    if (outcome instanceof StatusOutcome.NoAnswer) {
      watch.rest(row, null, clock.instant().plus(Backoff.after(row.polls())));
      return;
    }
    Duration age = age(row);
    Duration working = outcome instanceof StatusOutcome.Working ? age : null;
    watch.rest(row, working, row.submittedAt().plus(schedule.next(settings.kind(row), age)));
  }

  /** The task was found finished just now; {@link #close} comes later. */
  void finished(PollRow row) {
    ages.put(row.no(), age(row));
  }

  private Duration age(PollRow row) {
    return Duration.between(row.submittedAt(), clock.instant());
  }

  /**
   * How many tasks share the polls, and whether those that are done and not known to be keep rows
   * from being sent.
   */
  void share(long tasks, boolean hindering) {
    if (schedule.share(tasks, hindering)) {
      moveUp();
    }
  }

  /** Watches these no more. What they teach moves up those that were to be asked for too late. */
  void close(List<Verdict> verdicts) {
    boolean sooner = false;
    for (Verdict verdict : verdicts) {
      PollRow row = verdict.row();
      // The age of a task from before a stop tells how long nobody looked.
      if (verdict instanceof Verdict.Finished && !row.submittedAt().isBefore(begun)) {
        Duration working = watch.working(row);
        Duration done = ages.getOrDefault(row.no(), age(row));
        sooner |= schedule.done(settings.kind(row), working, done);
        lessons.add(
            new Lesson(settings.kind(row), text -> PollSchedule.learn(text, working, done)));
      }
      ages.remove(row.no());
      watch.forget(row);
    }
    if (sooner) {
      moveUp();
    }
  }

  private void moveUp() {
    watch.moveUp(
        task ->
            task.row()
                .submittedAt()
                .plus(schedule.next(settings.kind(task.row()), task.working())));
  }

  /** What is to be kept for later runs: handed out once a second, and with the last task. */
  List<Lesson> lessons() {
    if (System.nanoTime() - taught < TERM.toNanos() && !isEmpty()) {
      return List.of();
    }
    taught = System.nanoTime();
    List<Lesson> all = List.copyOf(lessons);
    lessons.clear();
    return all;
  }
}

package io.callsheet.poll;

import io.callsheet.ledger.RenderKind;
import io.callsheet.model.Resolution;
import java.time.Duration;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Renders of random lengths, asked for as the schedule says; all in a simulated time. */
final class PollSimulation {
  static final RenderKind KIND = new RenderKind("https://v.test", "m", Resolution.P720, 5);

  private final PollSchedule schedule;
  private final Random random;
  private final ToDoubleFunction<Random> seconds;

  PollSimulation(Duration typical, long seed, ToDoubleFunction<Random> seconds) {
    this.schedule = new PollSchedule(kind -> Optional.empty(), typical, 1_000_000);
    this.random = new Random(seed);
    this.seconds = seconds;
  }

  /** Rows wait for the places of these tasks. */
  void hurry(int tasks) {
    schedule.share(tasks, true);
  }

  /** Many tasks, so many of them at a time: what one finds out teaches the others. */
  Result run(int tasks, int atOnce) {
    PriorityQueue<Task> waiting = new PriorityQueue<>((a, b) -> Double.compare(a.due, b.due));
    int begun = 0;
    long polls = 0;
    double delays = 0;
    double shares = 0;
    double renders = 0;
    for (; begun < Math.min(atOnce, tasks); begun++) {
      waiting.add(begin(0));
    }
    while (!waiting.isEmpty()) {
      Task task = waiting.poll();
      double age = task.due - task.begun;
      polls++;
      if (age < task.length) {
        task.working = age;
        task.due = task.begun + seconds(schedule.next(KIND, duration(age)));
        waiting.add(task);
        continue;
      }
      schedule.done(KIND, duration(task.working), duration(age));
      delays += age - task.length;
      shares += (age - task.length) / task.length;
      renders += task.length;
      if (begun++ < tasks) {
        waiting.add(begin(task.due));
      }
    }
    return new Result(polls / (double) tasks, delays / renders, shares / tasks);
  }

  /** The same renders, each asked for at a fixed interval from its begin. */
  Result fixed(int tasks, double interval) {
    long polls = 0;
    double delays = 0;
    double shares = 0;
    double renders = 0;
    for (int i = 0; i < tasks; i++) {
      double length = seconds.applyAsDouble(random);
      double asked = Math.ceil(length / interval);
      polls += (long) asked;
      delays += asked * interval - length;
      shares += (asked * interval - length) / length;
      renders += length;
    }
    return new Result(polls / (double) tasks, delays / renders, shares / tasks);
  }

  private Task begin(double now) {
    return new Task(now, seconds.applyAsDouble(random), now + seconds(schedule.first(KIND)));
  }

  private static Duration duration(double seconds) {
    return Duration.ofNanos((long) (seconds * 1e9));
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  /**
   * @param polls a task
   * @param delay of the discovery, as a share of the render times
   * @param share the same, averaged over tasks
   */
  record Result(double polls, double delay, double share) {}

  private static final class Task {
    final double begun;
    final double length;
    double due;
    double working;

    Task(double begun, double length, double due) {
      this.begun = begun;
      this.length = length;
      this.due = due;
    }
  }
}

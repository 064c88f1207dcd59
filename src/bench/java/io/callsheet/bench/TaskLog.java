package io.callsheet.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The tasks of the stand-in service. Times are milliseconds since 1970. */
final class TaskLog {
  private final ServiceSettings settings;
  private final Random random;
  private final Map<String, Task> tasks = new ConcurrentHashMap<>();
  private final PriorityQueue<Double> ends = new PriorityQueue<>();
  private final AtomicInteger statusCalls = new AtomicInteger();
  private final double began = System.currentTimeMillis();
  private final long monotonic = System.nanoTime();
  private int refused;
  private int mostInFlight;

  TaskLog(ServiceSettings settings) {
    this.settings = settings;
    this.random = new Random(settings.seed());
  }

  private double now() {
    return began + (System.nanoTime() - monotonic) / 1e6;
  }

  /** The id of the new task; empty when too many render already. */
  synchronized Optional<String> accept() {
    double now = now();
    while (!ends.isEmpty() && ends.peek() <= now) {
      ends.remove();
    }
    if (ends.size() >= settings.inFlight()) {
      refused++;
      return Optional.empty();
    }
    double shortest = settings.shortest().toMillis();
    double spread = settings.longest().toMillis() - shortest;
    double end = now + shortest + random.nextDouble() * spread;
    ends.add(end);
    mostInFlight = Math.max(mostInFlight, ends.size());
    String id = "task-" + tasks.size();
    tasks.put(id, new Task(now, end));
    return Optional.of(id);
  }

  /** Whether the task is done; empty when there is none. */
  Optional<Boolean> ask(String id) {
    statusCalls.incrementAndGet();
    Task task = tasks.get(id);
    return task == null ? Optional.empty() : Optional.of(task.ask(now()));
  }

  /**
   * @param since of tasks accepted from then on; the calls are counted from the start
   */
  synchronized ServiceFigures figures(double since, int uploads, int downloads) {
    List<Task> counted = tasks.values().stream().filter(task -> task.begin >= since).toList();
    double first = counted.stream().mapToDouble(task -> task.begin).min().orElse(0);
    double last = counted.stream().mapToDouble(task -> task.begin).max().orElse(0);
    double busy =
        counted.stream().mapToDouble(t -> Math.max(0, Math.min(t.end, last) - t.begin)).sum();
    var delays =
        counted.stream()
            .filter(task -> task.told > 0)
            .mapToDouble(task -> task.told - task.end)
            .summaryStatistics();
    return new ServiceFigures(
        counted.size(),
        refused,
        statusCalls.get(),
        (int) delays.getCount(),
        counted.stream().mapToDouble(task -> task.end - task.begin).average().orElse(0),
        delays.getAverage(),
        delays.getMax(),
        first,
        last,
        mostInFlight,
        last > first ? busy / (last - first) : 0,
        uploads,
        downloads);
  }

  private static final class Task {
    private final double begin;
    private final double end;
    private volatile double told;

    Task(double begin, double end) {
      this.begin = begin;
      this.end = end;
    }

    synchronized boolean ask(double now) {
      if (now < end) {
        return false;
      }
      if (told == 0) {
        told = now;
      }
      return true;
    }
  }
}

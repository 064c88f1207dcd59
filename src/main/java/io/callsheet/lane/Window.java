package io.callsheet.lane;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The rows that a lane has at work. A slow one holds up nobody but itself. */
final class Window<R, D> {
  private final Lane<R, D> lane;
  private final Bell bell;
  private final ExecutorService threads;
  private final Map<Long, R> atWork = new HashMap<>();
  private final LinkedBlockingQueue<Finished<D>> finished = new LinkedBlockingQueue<>();
  private final Map<Long, D> kept = new LinkedHashMap<>();
  private long recordBy;
  private @Nullable LaneBroken broken;

  Window(Lane<R, D> lane, Bell bell) {
    this.lane = lane;
    this.bell = bell;
    AtomicInteger count = new AtomicInteger();
    this.threads =
        Executors.newFixedThreadPool(
            lane.width(),
            work -> {
              Thread thread = new Thread(work, lane.name() + "-" + count.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Rows that are neither to be claimed again nor recorded. */
  int size() {
    return atWork.size();
  }

  /** Rows whose work is not over. */
  int working() {
    return atWork.size() - kept.size();
  }

  /**
   * Begins the rows that are not at work yet, at most {@code room} of them.
   *
   * @return those for which there was no room
   */
  List<R> begin(List<R> rows, int room) {
    List<R> left = new ArrayList<>();
    int begun = 0;
    for (R row : rows) {
      if (atWork.containsKey(lane.rowNo(row))) {
        continue;
      }
      if (begun < room) {
        begun++;
        atWork.put(lane.rowNo(row), row);
        threads.execute(() -> finish(row));
      } else {
        left.add(row);
      }
    }
    return left;
  }

  private void finish(R row) {
    Finished<D> result;
    try {
      result = new Finished<>(lane.rowNo(row), lane.work(row), null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      result = new Finished<>(lane.rowNo(row), null, null);
    } catch (Throwable e) {
      result = new Finished<>(lane.rowNo(row), null, e);
    }
    finished.add(result);
    bell.nudge();
  }

  /**
   * Takes in what has finished; it is kept until {@link #toRecord} hands it out.
   *
   * @return whether a row came home with nothing to record
   */
  boolean harvest() {
    boolean free = false;
    for (Finished<D> next = finished.poll(); next != null; next = finished.poll()) {
      if (next.thrown() != null && broken == null) {
        broken = new LaneBroken(lane.name(), next.thrown());
      }
      D result = next.result();
      if (result == null) {
        atWork.remove(next.rowNo());
        free = true;
      } else {
        kept.put(next.rowNo(), result);
        long by = System.nanoTime() + lane.keep(result).toNanos();
        recordBy = kept.size() == 1 || by - recordBy < 0 ? by : recordBy;
      }
    }
    return free;
  }

  /** How long what is kept may still wait; negative when it may not. */
  Optional<Duration> untilRecord() {
    return kept.isEmpty()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(recordBy - System.nanoTime()));
  }

  /** Whether what is kept has waited long enough, or for all there is. */
  boolean mustRecord() {
    return working() == 0 || untilRecord().filter(left -> left.toNanos() > 0).isEmpty();
  }

  /** Hands out all that is kept, to be recorded before anything else is begun. */
  List<D> toRecord() {
    List<D> done = List.copyOf(kept.values());
    atWork.keySet().removeAll(kept.keySet());
    kept.clear();
    return done;
  }

  /** Why the lane cannot go on: the work of a row threw, a bug or an outage of ours. */
  Optional<LaneBroken> broken() {
    return Optional.ofNullable(broken);
  }

  /** Waits for the rows at work to finish; those that do not are interrupted. */
  void end(Duration patience) throws InterruptedException {
    threads.shutdown();
    if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      threads.shutdownNow();
      threads.awaitTermination(1, TimeUnit.SECONDS);
    }
  }

  private record Finished<D>(long rowNo, @Nullable D result, @Nullable Throwable thrown) {}
}

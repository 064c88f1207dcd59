package io.callsheet.poll;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * When a task is worth asking for. A poll costs a rate slot, so it learns how long renders take
 * here: first asked for when it may be done, then at steps that grow with its age.
 */
public final class PollSchedule {
  /** The contract's advice: poll a video about every 10 s (vidgo-api, Status). */
  private static final Duration UNKNOWN = Duration.ofSeconds(10);

  private static final Duration SHORTEST = Duration.ofMillis(250);
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Duration OVERDUE = Duration.ofMinutes(10);
  private static final int REMEMBERED = 64;

  private final @Nullable Duration typical;
  private final Deque<Duration> seen = new ArrayDeque<>();

  /**
   * @param typical what the job says a render takes; null if it does not say
   */
  public PollSchedule(@Nullable Duration typical) {
    this.typical = typical;
  }

  /** After how long a new task is first asked for. */
  public synchronized Duration first() {
    if (seen.isEmpty()) {
      return typical == null ? UNKNOWN : typical;
    }
    Duration shortest = seen.stream().min(Duration::compareTo).orElse(UNKNOWN);
    return shortest.plus(step(shortest));
  }

  /** After how long a task of this age is asked for again. */
  public synchronized Duration next(Duration age) {
    Duration step = step(age);
    return seen.isEmpty() && typical == null && step.compareTo(UNKNOWN) < 0 ? UNKNOWN : step;
  }

  /** How often an overdue task is asked for. */
  public Duration overdue() {
    return OVERDUE;
  }

  /**
   * A task was found done at this age.
   *
   * @param atFirstPoll then it was done some time before: taken as it is, the age would push the
   *     first poll later and later
   */
  public synchronized void done(Duration age, boolean atFirstPoll) {
    seen.addLast(atFirstPoll ? age.multipliedBy(4).dividedBy(5) : age);
    if (seen.size() > REMEMBERED) {
      seen.removeFirst();
    }
  }

  /** A tenth of the age: the delay of the discovery stays a small share of the render. */
  private static Duration step(Duration age) {
    Duration step = age.dividedBy(10);
    if (step.compareTo(SHORTEST) < 0) {
      return SHORTEST;
    }
    return step.compareTo(LONGEST) > 0 ? LONGEST : step;
  }
}

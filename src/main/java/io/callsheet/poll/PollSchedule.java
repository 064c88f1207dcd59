package io.callsheet.poll;

import io.callsheet.ledger.RenderKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * When a task is worth asking for. A poll costs a rate slot, so it learns how long renders of each
 * kind take: a task is first asked for when it may be done, then at steps that follow the chances.
 */
public final class PollSchedule {
  /** The contract's advice: poll a video about every 10 s (vidgo-api, Status). */
  private static final Duration UNKNOWN = Duration.ofSeconds(10);

  private static final Duration SHORTEST = Duration.ofMillis(50);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** How often an overdue task is asked for. */
  static final Duration OVERDUE = Duration.ofMinutes(10);

  /** A task, on average, where a delay holds up nothing (promise 11). */
  private static final double POLLS = 2.9;

  /** A task, on average, where rows wait for the places of tasks that are done. */
  private static final double HASTY_POLLS = 7.4;

  /** For that many a second a machine hardly notices that it asks. */
  private static final double CHEAP = 750;

  /** What a run has learned of this many renders counts no more than what the next ones tell. */
  private static final int SETTLED = 800;

  private final Function<RenderKind, Optional<String>> known;
  private final @Nullable Duration typical;
  private final double perSecond;
  private final Map<RenderKind, Learned> learned = new HashMap<>();
  private long inFlight = 1;
  private boolean hindering;

  /**
   * @param known what earlier runs have learned, as {@link #learn} writes it
   * @param typical what the job says a render takes; null if it does not say
   * @param perMinute polls that may be made in a minute, for all tasks together
   */
  public PollSchedule(
      Function<RenderKind, Optional<String>> known, @Nullable Duration typical, int perMinute) {
    this.known = known;
    this.typical = typical;
    this.perSecond = perMinute / 60.0;
  }

  /** After how long a new task is first asked for. */
  public Duration first(RenderKind kind) {
    return next(kind, Duration.ZERO);
  }

  /** At which age a task that was at work at this age is asked for again. */
  public synchronized Duration next(RenderKind kind, Duration age) {
    Learned times = learned(kind);
    Duration planned = times.plan == null ? null : times.plan.after(age);
    if (planned != null) {
      return planned;
    }
    // Nothing ever took so long, or nothing is known: the delay stays a small share of the render.
    Duration step = age.dividedBy(10);
    Duration shortest = times.plan == null ? UNKNOWN : SHORTEST;
    step = step.compareTo(shortest) < 0 ? shortest : step;
    return age.plus(step.compareTo(LONGEST) > 0 ? LONGEST : step);
  }

  /** How likely a task that was at work at one age is done at another: 0 to 1. */
  synchronized double doneBy(RenderKind kind, Duration working, Duration age) {
    return learned(kind).expected.map(times -> times.doneBy(working, age)).orElse(0.5);
  }

  /**
   * How many tasks share the polls: with many, each gets fewer.
   *
   * @param hindering whether a task that is done and not known to be keeps a row from being sent
   * @return whether tasks that wait already should be asked for at other times now
   */
  synchronized boolean share(long tasks, boolean hindering) {
    boolean hurry = hindering && !this.hindering;
    if (hindering != this.hindering || tasks > 2 * inFlight || 2 * tasks < inFlight) {
      this.hindering = hindering;
      inFlight = Math.max(1, tasks);
      learned.values().forEach(this::plan);
    }
    return hurry;
  }

  /**
   * A task was found done.
   *
   * @param working the age at which it was last seen at work; zero if it never was
   * @param done the age at which it was found done
   * @return whether tasks that wait already should be asked for at other times now
   */
  synchronized boolean done(RenderKind kind, Duration working, Duration done) {
    Learned times = learned(kind);
    times.seen.add(working, done);
    times.unplanned++;
    times.renders++;
    // The first few change much, and later ones little. Each new plan costs some tasks a poll.
    if (times.plan != null && times.unplanned < Math.min(times.renders, SETTLED) / 4) {
      return false;
    }
    plan(times);
    Duration first = first(kind);
    boolean sooner =
        times.foreseen == null || first.compareTo(times.foreseen.multipliedBy(4).dividedBy(5)) < 0;
    if (sooner || first.compareTo(times.foreseen) > 0) {
      times.foreseen = first;
    }
    return sooner;
  }

  /** Adds a sighting to what an earlier run or another process has written. */
  static String learn(String text, Duration working, Duration done) {
    RenderTimes times = RenderTimes.of(text);
    times.add(working, done);
    return times.text();
  }

  private Learned learned(RenderKind kind) {
    Learned times = learned.get(kind);
    if (times == null) {
      times = new Learned(RenderTimes.of(known.apply(kind).orElse("")).fromEarlier());
      learned.put(kind, times);
      plan(times);
      times.foreseen = first(kind);
    }
    return times;
  }

  private void plan(Learned times) {
    times.unplanned = 0;
    times.expected = Expectation.of(times.seen, typical);
    times.plan =
        times
            .expected
            .map(
                expected -> {
                  double seconds = expected.mean() / 1000;
                  double enough = 0.9 * perSecond * seconds / inFlight;
                  return PollPlan.of(expected, Math.max(1, Math.min(wanted(seconds), enough)));
                })
            .orElse(null);
  }

  private double wanted(double seconds) {
    return hindering ? Math.max(POLLS, Math.min(HASTY_POLLS, CHEAP * seconds / inFlight)) : POLLS;
  }

  /** What is known of one kind. */
  private static final class Learned {
    private final RenderTimes seen;
    private Optional<Expectation> expected = Optional.empty();
    private @Nullable PollPlan plan;
    private @Nullable Duration foreseen;
    private int unplanned;
    private int renders;

    Learned(RenderTimes seen) {
      this.seen = seen;
    }
  }
}

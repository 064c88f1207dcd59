package io.callsheet.poll;

import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * At which ages a task is asked for, so that what polls and delays cost together is least: the best
 * of all sets of ages, found backwards from the oldest (dynamic programming). Where ends are dense
 * the steps are small; between the humps of a distribution nobody asks.
 */
final class PollPlan {
  /** What a poll is worth at least, as a share of the usual render time in delay. */
  private static final double CHEAPEST = 0.001;

  private static final double DEAREST = 4;
  private static final int HALVINGS = 10;

  private final double[] ages;
  private final double polls;
  private final double delay;

  private PollPlan(double[] ages, double polls, double delay) {
    this.ages = ages;
    this.polls = polls;
    this.delay = delay;
  }

  /**
   * @param most polls that a task may take on average; at least one is needed
   */
  static PollPlan of(Expectation expected, double most) {
    Search search = new Search(expected);
    double cheap = CHEAPEST;
    double dear = DEAREST;
    PollPlan plan = search.best(cheap * expected.mean());
    if (plan.polls <= most) {
      return plan;
    }
    plan = search.best(dear * expected.mean());
    for (int i = 0; i < HALVINGS; i++) {
      double middle = Math.sqrt(cheap * dear);
      PollPlan next = search.best(middle * expected.mean());
      if (next.polls > most) {
        cheap = middle;
      } else {
        dear = middle;
        plan = next;
      }
    }
    return plan;
  }

  /** Polls a task, on average. */
  double polls() {
    return polls;
  }

  /** Between the end of a render and the poll that finds it, on average. */
  double delayMillis() {
    return delay;
  }

  /** The first age of the plan after {@code age}; null when it has none left. */
  @Nullable Duration after(Duration age) {
    // A poll that came late must not be followed at once by the one that was planned next.
    double from = age.toNanos() / 1e6 * 1.01;
    for (double next : ages) {
      if (next > from) {
        return Duration.ofNanos((long) (next * 1e6));
      }
    }
    return null;
  }

  /** The search for the best plan under one price of a poll. */
  private static final class Search {
    private final int first;
    private final int n;
    private final double[] share;
    private final double[] moment;

    Search(Expectation expected) {
      int from = 0;
      while (expected.share(from) <= 0) {
        from++;
      }
      int to = RenderTimes.CLASSES - 1;
      while (expected.share(to) <= 0) {
        to--;
      }
      first = from;
      n = to - from + 1;
      share = new double[n + 1];
      moment = new double[n + 1];
      for (int i = 0; i < n; i++) {
        double p = expected.share(from + i);
        share[i + 1] = share[i] + p;
        moment[i + 1] = moment[i] + p * RenderTimes.middle(from + i);
      }
    }

    PollPlan best(double price) {
      double[] cost = new double[n + 1];
      int[] next = new int[n + 1];
      for (int i = n - 1; i >= 0; i--) {
        cost[i] = Double.MAX_VALUE;
        double asked = price * (share[n] - share[i]);
        for (int j = i + 1; j <= n; j++) {
          double sum = asked + delay(i, j) + cost[j];
          if (sum < cost[i]) {
            cost[i] = sum;
            next[i] = j;
          }
        }
      }
      return along(next);
    }

    /** What those that end between two polls wait for the second. */
    private double delay(int i, int j) {
      return RenderTimes.end(first + j - 1) * (share[j] - share[i]) - (moment[j] - moment[i]);
    }

    private PollPlan along(int[] next) {
      double[] ages = new double[n];
      int count = 0;
      double polls = 0;
      double delay = 0;
      for (int i = 0; i < n; i = next[i]) {
        polls += share[n] - share[i];
        delay += delay(i, next[i]);
        ages[count++] = RenderTimes.end(first + next[i] - 1);
      }
      return new PollPlan(Arrays.copyOf(ages, count), polls, delay);
    }
  }
}

package io.callsheet.poll;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How likely a render is to end in each class of {@link RenderTimes}: what was seen, and as long as
 * that is little, what the job says. A small part is spread widely, for what was never seen.
 */
final class Expectation {
  private static final double SAID = 2;
  private static final double SAID_SPREAD = 0.35;
  private static final double UNSEEN = 0.5;
  private static final int NEAR = 1;

  /** Shares of all renders by class; they sum to one. */
  private final double[] shares;

  private final double[] before;
  private final double mean;

  private Expectation(double[] shares) {
    this.shares = shares;
    this.before = new double[shares.length + 1];
    double sum = 0;
    for (int c = 0; c < shares.length; c++) {
      before[c + 1] = before[c] + shares[c];
      sum += shares[c] * RenderTimes.middle(c);
    }
    this.mean = sum;
  }

  /**
   * Empty while there is nothing to go by.
   *
   * @param typical what the job says a render takes; null if it does not say
   */
  static Optional<Expectation> of(RenderTimes times, @Nullable Duration typical) {
    if (times.seen() == 0 && typical == null) {
      return Optional.empty();
    }
    double[] shares = smooth(times.weights());
    if (typical != null) {
      bell(shares, RenderTimes.classOf(typical), SAID / (1 + times.seen()));
    }
    spread(shares);
    return Optional.of(new Expectation(normal(shares)));
  }

  /** Where between two polls a render ended nobody knows: what the classes hold there is chance. */
  private static double[] smooth(double[] weights) {
    double[] smooth = new double[weights.length];
    int all = (NEAR + 1) * (NEAR + 1);
    for (int c = 0; c < weights.length; c++) {
      for (int d = -NEAR; d <= NEAR; d++) {
        int at = Math.min(Math.max(c + d, 0), weights.length - 1);
        smooth[at] += weights[c] * (NEAR + 1 - Math.abs(d)) / all;
      }
    }
    return smooth;
  }

  private static void bell(double[] shares, int centre, double weight) {
    int width = (int) (SAID_SPREAD / RenderTimes.RATIO);
    double sum = 0;
    double[] bell = new double[shares.length];
    for (int c = Math.max(0, centre - 3 * width);
        c < Math.min(shares.length, centre + 3 * width);
        c++) {
      double z = (c - centre) / (double) width;
      bell[c] = Math.exp(-z * z / 2);
      sum += bell[c];
    }
    for (int c = 0; c < shares.length; c++) {
      shares[c] += weight * bell[c] / sum;
    }
  }

  /** A third to three times of what is usual. */
  private static void spread(double[] shares) {
    double sum = 0;
    double reach = 0;
    for (int c = 0; c < shares.length; c++) {
      sum += shares[c];
      reach += c * shares[c];
    }
    int centre = (int) (reach / sum);
    int octaves = (int) (Math.log(3) / RenderTimes.RATIO);
    int first = Math.max(0, centre - octaves);
    int last = Math.min(shares.length - 1, centre + octaves);
    for (int c = first; c <= last; c++) {
      shares[c] += UNSEEN / (last - first + 1);
    }
  }

  private static double[] normal(double[] shares) {
    double sum = 0;
    for (double share : shares) {
      sum += share;
    }
    for (int c = 0; c < shares.length; c++) {
      shares[c] /= sum;
    }
    return shares;
  }

  double share(int c) {
    return shares[c];
  }

  /** Of all renders, in milliseconds. */
  double mean() {
    return mean;
  }

  /**
   * The probability that a render is done at an age, when it was still at work at another.
   *
   * @return 0 to 1; 1 for an age to which no render was ever expected to live
   */
  double doneBy(Duration working, Duration age) {
    double then = working.isZero() ? 0 : before[RenderTimes.classOf(working) + 1];
    double now = before[RenderTimes.classOf(age) + 1];
    return then >= 1 - 1e-9 ? 1 : Math.max(0, (now - then) / (1 - then));
  }
}

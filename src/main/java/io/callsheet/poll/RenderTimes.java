package io.callsheet.poll;

import java.time.Duration;
import java.util.Arrays;
import java.util.StringJoiner;

/**
 * How long renders of one kind take, newer ones counting more: weights in classes of which each
 * ends two percent later than the one before. Nobody sees the moment in which a render ends, only
 * that it still ran at one poll and was done at the next. Taking the later age for its length would
 * push the first poll later and later; so such a sighting is shared out among the classes in
 * between, half of it evenly and half in proportion to what they and their neighbours hold.
 */
final class RenderTimes {
  /** Of these together: 1 ms to about two days. */
  static final int CLASSES = 960;

  static final double RATIO = Math.log(1.02);

  /** What older renders may weigh together, as a number of renders. */
  private static final double MEMORY = 1000;

  /** Times change from day to day: a run's own soon outweigh those of the runs before. */
  private static final double MEMORY_OF_RUNS = 50;

  /** What is remembered while the first poll comes too late for nearly all. */
  private static final double MEMORY_OF_MISSES = 10;

  private static final double MISSED = 0.7;

  /** The part of a sighting, in renders, that goes to classes which hold nothing yet. */
  private static final double OPEN = 0.5;

  /** The part that all classes in between get alike: lumps would grow by what they hold already. */
  private static final double EVEN = 0.5;

  private static final int REACH = 3;

  private final double[] weights = new double[CLASSES];
  private double total;

  /** The share of renders that were done at their first poll, the last few counting most. */
  private double missed;

  /** The class that an age falls into. */
  static int classOf(Duration age) {
    double millis = Math.max(age.toNanos() / 1e6, 1);
    return Math.min((int) (Math.log(millis) / RATIO), CLASSES - 1);
  }

  /** Where a class ends, in milliseconds. */
  static double end(int c) {
    return Math.exp((c + 1) * RATIO);
  }

  static double middle(int c) {
    return Math.exp((c + 0.5) * RATIO);
  }

  /** How many renders are remembered, the older ones counted for less. */
  double seen() {
    return total;
  }

  /** How many of the renders remembered ended in each class. */
  double[] weights() {
    return weights.clone();
  }

  /**
   * A render ended after {@code working} and not after {@code done}.
   *
   * @param working the age at which it was last seen at work; zero if it never was
   */
  void add(Duration working, Duration done) {
    boolean miss = working.isZero();
    missed += ((miss ? 1 : 0) - missed) / 5;
    // A first poll tells only "before": look in the two octaves before it.
    int last = classOf(done);
    int first = Math.min(miss ? classOf(done.dividedBy(4)) : classOf(working), last);
    // If all are done at their first poll, what the classes hold is nothing but earlier guesses.
    boolean blind = miss && missed > MISSED;
    if (blind) {
      limit(MEMORY_OF_MISSES);
    }
    double[] near = new double[last - first + 1];
    double held = 0;
    for (int i = 0; i < near.length && !blind; i++) {
      near[i] = near(first + i);
      held += near[i];
    }
    // By a first poll that came late anybody would be spread far too early.
    double even = miss ? 0 : EVEN;
    for (int i = 0; i < near.length; i++) {
      double open = OPEN / near.length;
      weights[first + i] += even / near.length + (1 - even) * (near[i] + open) / (held + OPEN);
    }
    total++;
    limit(MEMORY);
  }

  /** What a class and its neighbours hold, on average. */
  private double near(int c) {
    double sum = 0;
    for (int d = Math.max(0, c - REACH); d <= Math.min(CLASSES - 1, c + REACH); d++) {
      sum += weights[d];
    }
    return sum / (2 * REACH + 1);
  }

  private void limit(double memory) {
    if (total > memory) {
      double shrink = memory / total;
      for (int c = 0; c < CLASSES; c++) {
        weights[c] *= shrink;
      }
      total = memory;
    }
  }

  /** Classes and their weights in hundredths of a render, such as {@code 371:25,372:100}. */
  String text() {
    StringJoiner text = new StringJoiner(",");
    for (int c = 0; c < CLASSES; c++) {
      long hundredths = Math.round(weights[c] * 100);
      if (hundredths > 0) {
        text.add(c + ":" + hundredths);
      }
    }
    return text.toString();
  }

  /** What {@link #text} has written; a class that does not exist is left out. */
  static RenderTimes of(String text) {
    RenderTimes times = new RenderTimes();
    for (String entry : text.split(",", -1)) {
      int colon = entry.indexOf(':');
      if (colon > 0) {
        int c = Integer.parseInt(entry.substring(0, colon));
        if (c >= 0 && c < CLASSES) {
          times.weights[c] = Long.parseLong(entry.substring(colon + 1)) / 100.0;
        }
      }
    }
    times.total = Arrays.stream(times.weights).sum();
    return times;
  }

  /** As a later run begins with it. */
  RenderTimes fromEarlier() {
    limit(MEMORY_OF_RUNS);
    return this;
  }
}

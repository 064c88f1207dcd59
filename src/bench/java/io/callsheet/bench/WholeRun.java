package io.callsheet.bench;

import java.io.IOException;
import java.sql.SQLException;

/** A campaign from command to exit, against what the service's limits allow (promise 9). */
final class WholeRun implements Benchmark {
  private static final double MOST_OVER_BOUND = 1.05;
  private static final int UNHINDERED = 60_000;

  private final String name;
  private final int rows;
  private final int characters;
  private final int performances;
  private final int submitsPerMinute;
  private final int inFlight;
  private final ServiceSettings service;

  private WholeRun(
      String name,
      int rows,
      int characters,
      int performances,
      int submitsPerMinute,
      int inFlight,
      ServiceSettings service) {
    this.name = name;
    this.rows = rows;
    this.characters = characters;
    this.performances = performances;
    this.submitsPerMinute = submitsPerMinute;
    this.inFlight = inFlight;
    this.service = service;
  }

  static WholeRun small() {
    return new WholeRun(
        "whole-run-200", 200, 20, 10, UNHINDERED, 20, ServiceSettings.ofTwoSeconds(20));
  }

  static WholeRun large() {
    return new WholeRun(
        "whole-run-5000", 5000, 100, 50, UNHINDERED, 200, ServiceSettings.ofTwoSeconds(200));
  }

  static WholeRun byRate() {
    return new WholeRun(
        "whole-run-rate", 2000, 50, 40, 6_000, 100_000, ServiceSettings.ofTwoSeconds());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void run(Scoreboard board) throws IOException, SQLException {
    try (ServiceProcess running = ServiceProcess.start(service)) {
      Site site =
          Site.fresh(name)
              .campaign(rows, characters, performances)
              .job(running.url(), submitsPerMinute, inFlight);
      Product.prepare(site);
      Product.Measured run =
          new Product(site).measure(0, Product.LAUNCHER, "run", site.job().toString());
      ServiceFigures seen = running.figures();
      StepTimes steps = StepTimes.of(site);
      double bound = bound(seen.meanRender() / 1000);
      board.note("bound, s", "%.2f", bound);
      board.atMost(MOST_OVER_BOUND, "first step to last ÷ bound", "%.3f", steps.whole() / bound);
      board.note("command to exit ÷ bound", "%.3f", run.seconds() / bound);
      board.note("command to first submit, s", "%.2f", (seen.firstSubmit() - run.began()) / 1000);
      steps
          .seconds()
          .forEach((step, seconds) -> board.note("step " + step + ", s", "%.2f", seconds));
      board.note("mean tasks in flight while submitting", "%.1f", seen.meanInFlight());
      board.note("submits refused beyond the limit", "%.0f", seen.refused());
      board.atMost(mostPolls(), "polls a task", "%.2f", seen.pollsPerTask());
      board.atMost(
          5,
          "delay of knowing ÷ render time, %",
          "%.1f",
          100 * seen.meanDelay() / seen.meanRender());
      board.note("longest delay, ms", "%.0f", seen.worstDelay());
      board.note("CPU a row, start included, ms", "%.1f", run.cpu().toNanos() / 1e6 / rows);
      board.note("peak resident memory, MB", "%.0f", run.peakBytes() / 1e6);
    }
  }

  /** Where places are short, polls are spent to know sooner which of them are free. */
  private double mostPolls() {
    return rows < inFlight ? 3 : 8;
  }

  /**
   * @param render mean time of one, in seconds
   */
  private double bound(double render) {
    return Math.max(rows / (submitsPerMinute / 60.0), rows * render / inFlight) + render;
  }
}

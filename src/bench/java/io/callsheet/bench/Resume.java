package io.callsheet.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** A large run is killed half-way; how soon does the next process send its first row? */
final class Resume implements Benchmark {
  private final int rows;

  Resume(int rows) {
    this.rows = rows;
  }

  @Override
  public String name() {
    return "resume-" + rows;
  }

  @Override
  public void run(Scoreboard board) throws IOException {
    try (ServiceProcess service = ServiceProcess.start(ServiceSettings.instant())) {
      Site site =
          Site.fresh(name()).campaign(rows, 100, 100).job(service.url(), 1_000_000, 100_000);
      Product.prepare(site);
      Product product = new Product(site);
      long start = System.nanoTime();
      Process first = product.start(Product.LAUNCHER, "run", site.job().toString());
      waitForHalf(service, first);
      double rate = rows / 2 / ((System.nanoTime() - start) / 1e9);
      first.destroyForcibly().onExit().join();
      long killed = System.currentTimeMillis();
      Process second = product.start(Product.LAUNCHER, "resume", "last");
      double submit = waitForSubmit(service, second, killed);
      second.destroyForcibly().onExit().join();
      board.note("rows a second, nothing limiting, plan included", "%.0f", rate);
      board.note("resume of " + rows + " rows, half done, to first submit, s", "%.1f", submit);
    }
  }

  private void waitForHalf(ServiceProcess service, Process run) throws IOException {
    while (service.figures().accepted() < rows / 2) {
      rest(run);
    }
  }

  private static double waitForSubmit(ServiceProcess service, Process run, long since)
      throws IOException {
    while (true) {
      ServiceFigures seen = service.figures(since);
      if (seen.accepted() > 0) {
        return (seen.firstSubmit() - since) / 1000;
      }
      rest(run);
    }
  }

  private static void rest(Process run) throws IOException {
    try {
      if (run.waitFor(500, TimeUnit.MILLISECONDS)) {
        throw new IOException("the run ended too early, with " + run.exitValue());
      }
    } catch (InterruptedException e) {
      throw new IOException("interrupted", e);
    }
  }
}

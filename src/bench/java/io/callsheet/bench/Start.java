package io.callsheet.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long a person waits: for help, and for the first submit of a short campaign. */
final class Start implements Benchmark {
  private static final int HELPS = 11;
  private static final int RUNS = 5;
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @Override
  public String name() {
    return "start";
  }

  @Override
  public void run(Scoreboard board) throws IOException {
    List<Double> help = new ArrayList<>();
    List<Double> bare = new ArrayList<>();
    Site anywhere = Site.fresh(name());
    Product.prepare(anywhere);
    for (int n = 0; n < HELPS; n++) {
      bare.add(new Product(anywhere).measure(0, JAVA, "-Xshare:auto", "-version").seconds());
      help.add(new Product(anywhere).measure(0, Product.LAUNCHER, "--help").seconds());
    }
    List<Double> submit = new ArrayList<>();
    for (int n = 0; n < RUNS; n++) {
      submit.add(commandToSubmit());
    }
    board.atMost(0.3, "--help, median of " + HELPS + ", s", "%.2f", median(help));
    board.note("--help ÷ java -version", "%.1f", median(help) / median(bare));
    board.atMost(
        3, "command to first submit, 10 rows, median of " + RUNS + ", s", "%.2f", median(submit));
  }

  private double commandToSubmit() throws IOException {
    try (ServiceProcess service = ServiceProcess.start(ServiceSettings.instant())) {
      Site site = Site.fresh(name()).campaign(10, 5, 2).job(service.url(), 60_000, 20);
      Product.Measured run =
          new Product(site).measure(0, Product.LAUNCHER, "run", site.job().toString());
      return (service.figures().firstSubmit() - run.began()) / 1000;
    }
  }

  private static double median(List<Double> values) {
    Collections.sort(values);
    return values.get(values.size() / 2);
  }
}

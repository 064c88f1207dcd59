package io.callsheet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The plan of a large manifest in a small heap (promise 10). */
final class Planning implements Benchmark {
  private static final Pattern COLLECTED = Pattern.compile(" (\\d+)M->(\\d+)M\\(");
  private static final int MEGABYTES = 512;

  private final int rows;

  Planning(int rows) {
    this.rows = rows;
  }

  @Override
  public String name() {
    return "plan-" + rows;
  }

  @Override
  public void run(Scoreboard board) throws IOException {
    try (ServiceProcess service = ServiceProcess.start(ServiceSettings.instant())) {
      Site site = Site.fresh(name()).campaign(rows, 100, 100).job(service.url(), 60, 20);
      Product.prepare(site);
      Path log = site.folder().resolve("gc.log");
      Map<String, String> small =
          Map.of(
              "CALLSHEET_HEAP", MEGABYTES + "m",
              "CALLSHEET_JAVA_OPTS", "-Xlog:gc:file=" + log);
      Product.Measured plan =
          new Product(site, small).measure(0, Product.LAUNCHER, "plan", site.job().toString());
      board.note("time, s", "%.1f", plan.seconds());
      board.note("rows a second", "%.0f", rows / plan.seconds());
      board.note("CPU a row, ms", "%.2f", plan.cpu().toNanos() / 1e6 / rows);
      board.note("heap given, MB", "%.0f", MEGABYTES);
      board.note("most heap in use after a collection, MB", "%.0f", mostAfterCollection(log));
      board.note("peak resident memory, MB", "%.0f", plan.peakBytes() / 1e6);
    }
  }

  private static double mostAfterCollection(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .map(COLLECTED::matcher)
          .filter(Matcher::find)
          .mapToInt(match -> Integer.parseInt(match.group(2)))
          .max()
          .orElse(0);
    }
  }
}

package io.callsheet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The same campaign by the textbook's job and by a shell script, beside ours. */
final class Peers implements Benchmark {
  private final int rows;
  private final int inFlight;

  Peers(int rows, int inFlight) {
    this.rows = rows;
    this.inFlight = inFlight;
  }

  @Override
  public String name() {
    return "peers-" + rows;
  }

  @Override
  public void run(Scoreboard board) throws IOException {
    double ours = seconds(board, "Callsheet", Peers::callsheet);
    double textbook = seconds(board, "textbook Spring Batch job", Peers::textbook);
    double shell = seconds(board, "shell script", this::shell);
    board.note("textbook Spring Batch job ÷ Callsheet", "%.2f", textbook / ours);
    board.note("shell script ÷ Callsheet", "%.2f", shell / ours);
  }

  /** The command that runs a campaign and leaves its videos in the site's output. */
  private interface Peer {
    String[] command(Site site, ServiceProcess service);
  }

  private double seconds(Scoreboard board, String who, Peer peer) throws IOException {
    try (ServiceProcess service = ServiceProcess.start(ServiceSettings.ofTwoSeconds(inFlight))) {
      Site site =
          Site.fresh(name()).campaign(rows, rows / 10, 10).job(service.url(), 60_000, inFlight);
      Product.prepare(site);
      Product.Measured run = new Product(site).measure(0, peer.command(site, service));
      if (videos(site) != rows) {
        throw new IOException(who + " brought home " + videos(site) + " of " + rows + " videos");
      }
      ServiceFigures seen = service.figures();
      board.note(who + ", command to exit, s", "%.1f", run.seconds());
      board.note(who + ", CPU a row, ms", "%.1f", run.cpu().toNanos() / 1e6 / rows);
      board.note(who + ", polls a task", "%.1f", seen.pollsPerTask());
      return run.seconds();
    }
  }

  private static String[] callsheet(Site site, ServiceProcess service) {
    return new String[] {Product.LAUNCHER, "run", site.job().toString()};
  }

  private static String[] textbook(Site site, ServiceProcess service) {
    return new String[] {
      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
      "-Xmx1g",
      "-cp",
      System.getProperty("java.class.path"),
      "io.callsheet.bench.textbook.TextbookJob",
      service.url().toString(),
      StandInService.BUCKET,
      site.manifest().toString(),
      site.folder().resolve("assets").toString(),
      site.output().toString(),
      site.home().toString()
    };
  }

  private String[] shell(Site site, ServiceProcess service) {
    return new String[] {
      Path.of("src/bench/shell/peer.sh").toAbsolutePath().toString(),
      service.url().toString(),
      service.url() + "/" + StandInService.BUCKET,
      site.manifest().toString(),
      site.folder().resolve("assets").toString(),
      site.output().toString(),
      Integer.toString(inFlight)
    };
  }

  private static long videos(Site site) throws IOException {
    try (Stream<Path> files = Files.walk(site.output())) {
      return files.filter(file -> file.toString().endsWith(".mp4")).count();
    }
  }
}

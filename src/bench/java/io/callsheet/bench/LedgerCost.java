package io.callsheet.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * What the ledger alone takes for a run of 5,000 rows, without service and bucket: its books are
 * written as the lanes write them, at 100 rows a second, in a process with the launcher's options.
 * CPU is told by who took it.
 */
final class LedgerCost implements Benchmark {
  private static final int ROWS = 5000;
  private static final int ROWS_A_SECOND = 100;

  @Override
  public String name() {
    return "ledger-" + ROWS;
  }

  @Override
  public void run(Scoreboard board) throws IOException {
    Site site = Site.fresh(name());
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx1g",
            "-cp",
            System.getProperty("java.class.path"),
            LedgerLoad.class.getName(),
            site.home().toString(),
            String.valueOf(ROWS),
            String.valueOf(ROWS_A_SECOND));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      String line;
      while ((line = lines.readLine()) != null) {
        String[] figure = line.split(" = ", 2);
        if (figure.length == 2) {
          board.note(figure[0], "%.2f", Double.parseDouble(figure[1]));
        }
      }
    }
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException("the ledger's load failed");
    }
  }
}

package io.callsheet.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a command as a child process, as its user would, and measures what it takes. */
final class Product {
  static final String LAUNCHER = Path.of("callsheet").toAbsolutePath().toString();

  private final Map<String, String> environment;
  private final File said;

  Product(Site site) {
    this(site, Map.of());
  }

  /**
   * @param more environment variables besides those of the site
   */
  Product(Site site, Map<String, String> more) {
    this.environment = new HashMap<>(site.environment());
    this.environment.putAll(more);
    this.said = site.folder().resolve("said.txt").toFile();
  }

  /**
   * What one command took.
   *
   * @param began milliseconds since 1970
   * @param cpu of the process and all that it started
   * @param peakBytes the most memory it had resident; 0 if it was gone before anybody looked
   */
  record Measured(long began, Duration wall, Duration cpu, long peakBytes) {
    double seconds() {
      return wall.toNanos() / 1e9;
    }
  }

  /** Builds what is missing, so that nothing measured contains it. */
  static void prepare(Site site) throws IOException {
    new Product(site).measure(0, LAUNCHER, "--version");
  }

  /**
   * @param exit that is expected
   * @throws IOException if it ends with another one
   */
  Measured measure(int exit, String... command) throws IOException {
    Machine.Cpu before = Machine.cpu();
    long began = System.currentTimeMillis();
    long start = System.nanoTime();
    Process process = start(command);
    long peak = 0;
    try {
      while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
        peak = Math.max(peak, peakBytes(process.pid()));
      }
    } catch (InterruptedException e) {
      process.destroy();
      throw new IOException("interrupted", e);
    }
    Duration wall = Duration.ofNanos(System.nanoTime() - start);
    if (process.exitValue() != exit) {
      throw new IOException(
          "%s ended with %d; it said: %s"
              .formatted(List.of(command), process.exitValue(), Files.readString(said.toPath())));
    }
    Duration cpu = Duration.ofNanos(Machine.cpu().children() - before.children());
    return new Measured(began, wall, cpu, peak);
  }

  /** Starts it and does not wait. */
  Process start(String... command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(new ArrayList<>(List.of(command)))
            .redirectErrorStream(true)
            .redirectOutput(said);
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static long peakBytes(long pid) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
        }
      }
    } catch (IOException e) {
      // It ended in between.
      return 0;
    }
    return 0;
  }
}

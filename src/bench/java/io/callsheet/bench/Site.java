package io.callsheet.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** A user's folder: references, a manifest and a job file. */
record Site(Path folder) {

  /** An empty folder; what an earlier benchmark left there is gone. */
  static Site fresh(String name) throws IOException {
    Path folder = Path.of("target", "bench", "sites", name).toAbsolutePath();
    if (Files.exists(folder)) {
      try (Stream<Path> old = Files.walk(folder)) {
        for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    return new Site(Files.createDirectories(folder));
  }

  Path job() {
    return folder.resolve("bench.yaml");
  }

  Path home() {
    return folder.resolve("home");
  }

  Path output() {
    return folder.resolve("out");
  }

  Path manifest() {
    return folder.resolve("manifest.csv");
  }

  /**
   * Rows that all ask for something else: every character with every performance, with another
   * prompt each time round.
   */
  Site campaign(int rows, int characters, int performances) throws IOException {
    for (int n = 0; n < characters; n++) {
      write("assets/character-%d.png".formatted(n), Media.image(n));
    }
    for (int n = 0; n < performances; n++) {
      write("assets/performance-%d.mp4".formatted(n), Media.movie(Path.of("samples"), n));
    }
    try (BufferedWriter out = Files.newBufferedWriter(manifest())) {
      out.write("row_key,character,performance,prompt\n");
      for (int n = 0; n < rows; n++) {
        out.write(
            "row-%d,character-%d.png,performance-%d.mp4,take %d\n"
                .formatted(n, n % characters, n / characters % performances, n));
      }
    }
    return this;
  }

  /**
   * @param submitsPerMinute above 1,000,000 is not allowed
   */
  Site job(URI service, int submitsPerMinute, int inFlight) throws IOException {
    Files.writeString(
        job(),
        """
        name: bench
        manifest: manifest.csv
        assets: assets
        output: out
        spend: {cap: 1000000000, approval: auto}
        provider: {name: vidgo, base-url: "%s", submits-per-minute: %d, max-in-flight: %d, polls-per-minute: 120000, typical-render: 1500ms}
        storage: {bucket: %s, endpoint: "%s", region: us-east-1, path-style: true}
        """
            .formatted(service, submitsPerMinute, inFlight, StandInService.BUCKET, service));
    return this;
  }

  Map<String, String> environment() {
    return Map.of(
        "CALLSHEET_HOME",
        home().toString(),
        "CALLSHEET_API_KEY",
        StandInService.KEY,
        "AWS_ACCESS_KEY_ID",
        "bench",
        "AWS_SECRET_ACCESS_KEY",
        "secret-of-the-benchmarks");
  }

  private void write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }
}

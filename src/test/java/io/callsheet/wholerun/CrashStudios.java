package io.callsheet.wholerun;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Makes campaigns that are to be killed; one that nobody killed tells what must come of them. */
final class CrashStudios implements AutoCloseable {
  static final int ROWS = 20;

  /** Slow enough for kills to strike in the middle: about two seconds for all rows. */
  private static final String PACE =
      ", submits-per-minute: 600, max-in-flight: 6, polls-per-minute: 60000, typical-render: 100ms}";

  private final Path folder;
  private final EmbeddedPostgres postgres;
  private final Map<String, String> undisturbed;
  private final Duration lifetime;
  private int studios;

  CrashStudios(Path folder) throws Exception {
    this.folder = folder;
    try (Studio warm = onH2()) {
      warm.manifest(ROWS).run();
    }
    try (Studio studio = onH2()) {
      studio.manifest(ROWS);
      long start = System.nanoTime();
      Studio.Ended run = studio.run();
      this.lifetime = Duration.ofNanos(System.nanoTime() - start);
      assertThat(run.exit()).as(run.said()).isZero();
      this.undisturbed = studio.report().videos();
      assertThat(undisturbed).hasSize(ROWS);
    }
    this.postgres = EmbeddedPostgres.start();
  }

  /** The digests of the videos by row. */
  Map<String, String> undisturbed() {
    return undisturbed;
  }

  /** How long a run takes that nobody kills. */
  Duration lifetime() {
    return lifetime;
  }

  Studio onH2() throws Exception {
    Path root = Files.createDirectory(folder.resolve("studio-" + ++studios));
    Studio studio = new Studio(root, 100_000);
    return studio.job(
        "provider", "{name: vidgo, base-url: \"" + studio.vidgo().url() + "\"" + PACE);
  }

  Studio onPostgres() throws Exception {
    return Postgres.useFreshDatabase(onH2(), postgres, "crash_" + studios);
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}

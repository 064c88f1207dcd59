package io.callsheet.provider.vidgo;

import io.callsheet.model.Orientation;
import io.callsheet.model.Resolution;
import io.callsheet.provider.RenderRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Clients with short patience, and a request to send. */
final class Clients {
  static final String KEY = "sk-very-secret-key-0123456789";
  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  static final RenderRequest REQUEST =
      new RenderRequest(
          URI.create("https://bucket.example.com/a.png?X-Amz-Signature=1"),
          URI.create("https://bucket.example.com/b.mp4?X-Amz-Signature=2"),
          Orientation.VIDEO,
          Resolution.P1080,
          "dances \"slowly\" – très",
          null);

  private static final Duration SHORT = Duration.ofMillis(700);

  private Clients() {}

  static VidgoClient to(URI base) {
    return with(base, Duration.ofSeconds(5));
  }

  static VidgoClient impatient(URI base) {
    return with(base, SHORT);
  }

  static VidgoClient with(URI base, Duration patience) {
    return new VidgoClient(
        base,
        KEY,
        "kling-3.0-motion-control",
        new VidgoTimeouts(patience, patience, patience, patience, patience, patience.dividedBy(2)),
        InstantSource.fixed(NOW));
  }
}

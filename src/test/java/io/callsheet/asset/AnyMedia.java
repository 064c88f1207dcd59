package io.callsheet.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.model.AssetFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What holds for any bytes that are handed in as an image or a video. */
final class AnyMedia {
  private AnyMedia() {}

  /** The door of Jazzer. */
  public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("media-", ".any");
    try {
      check(Files.write(file, bytes));
    } finally {
      Files.delete(file);
    }
  }

  /** Facts that can be, or a refusal that a person understands; whether they were facts. */
  static boolean check(Path file) throws IOException {
    try {
      AssetFacts facts = new MediaProbe().probe(file);
      assertThat(facts.bytes()).isEqualTo(Files.size(file));
      assertThat(facts.width()).isPositive();
      assertThat(facts.height()).isPositive();
      if (facts.type().isImage()) {
        assertThat(facts.length()).isZero();
      } else {
        assertThat(facts.length()).isBetween(Duration.ofMillis(1), Duration.ofDays(12));
      }
      return true;
    } catch (UnusableMedia e) {
      assertThat(e.problem())
          .matches("(is|holds) .*")
          .hasSizeLessThan(300)
          .doesNotContain("Exception", "java.", "null");
      return false;
    }
  }
}

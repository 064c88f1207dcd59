package io.callsheet.plan;

import io.callsheet.ledger.UnplannedRow;
import io.callsheet.model.AssetFacts;
import io.callsheet.model.MediaType;
import io.callsheet.model.Orientation;
import io.callsheet.model.Resolution;
import io.callsheet.model.RowKey;
import io.callsheet.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Rows to decide on. */
final class Rows {

  private Rows() {}

  /** At 720p it costs nine credits a second. */
  static UnplannedRow of(long no, long millis) {
    return of(no, image("hero " + no), video("dance", millis), Orientation.VIDEO, "waves");
  }

  static UnplannedRow of(
      long no, AssetFacts image, AssetFacts video, Orientation orientation, String prompt) {
    return new UnplannedRow(
        no,
        no + 1,
        0,
        new RowKey("row-" + no),
        List.of("summer"),
        "hero.png",
        "dance.mp4",
        image,
        null,
        video,
        null,
        orientation,
        Resolution.P720,
        prompt,
        null);
  }

  static UnplannedRow unusable(long no, String imageProblem, String videoProblem) {
    return new UnplannedRow(
        no,
        no + 1,
        0,
        new RowKey("row-" + no),
        List.of("summer"),
        "hero.png",
        "dance.mp4",
        imageProblem == null ? image("hero") : null,
        imageProblem,
        videoProblem == null ? video("dance", 5_000) : null,
        videoProblem,
        Orientation.VIDEO,
        Resolution.P720,
        null,
        null);
  }

  static AssetFacts image(String content) {
    return new AssetFacts(digest(content), MediaType.PNG, 1_000, 720, 1280, Duration.ZERO);
  }

  static AssetFacts video(String content, long millis) {
    return new AssetFacts(
        digest(content), MediaType.MP4, 9_000, 1280, 720, Duration.ofMillis(millis));
  }

  private static Sha256 digest(String content) {
    return Sha256.of(content.getBytes(StandardCharsets.UTF_8));
  }
}

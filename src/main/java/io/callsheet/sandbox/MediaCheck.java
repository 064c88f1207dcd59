package io.callsheet.sandbox;

import io.callsheet.model.AssetFacts;
import io.callsheet.model.Orientation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Looks at a reference file as the service would, and judges it by the service's limits. */
interface MediaCheck {
  /**
   * What the file is, from its content.
   *
   * @throws Refusal if it is nothing that the service can read
   */
  AssetFacts look(Path file) throws IOException, Refusal;

  /** What is wrong with the character, in half a sentence. */
  Optional<String> imageProblem(AssetFacts image);

  /** What is wrong with the performance, in half a sentence. */
  Optional<String> videoProblem(AssetFacts video, Orientation orientation);
}

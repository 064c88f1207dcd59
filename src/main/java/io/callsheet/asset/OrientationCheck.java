package io.callsheet.asset;

import io.callsheet.model.AssetFacts;
import io.callsheet.model.Orientation;
import java.util.Optional;

/** Holds a usable video against what its row asks of it. */
public final class OrientationCheck {
  private OrientationCheck() {}

  /** What the service would refuse, in a sentence that names the reference; empty if nothing. */
  public static Optional<String> problem(
      String reference, AssetFacts video, Orientation orientation) {
    return MediaLimits.videoProblem(video, orientation)
        .map(
            problem ->
                Quoted.of(reference) + " " + problem + repair(reference, video, orientation));
  }

  private static String repair(String reference, AssetFacts video, Orientation orientation) {
    boolean onlyTooLong = MediaLimits.videoProblem(video).isEmpty();
    return onlyTooLong
        ? Repair.of(reference)
            .ofLength(MediaLimits.longest(orientation))
            .map(command -> "; " + command)
            .orElse("")
        : "";
  }
}

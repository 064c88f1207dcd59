package io.callsheet.sandbox;

import io.callsheet.asset.MediaLimits;
import io.callsheet.asset.MediaProbe;
import io.callsheet.asset.UnusableMedia;
import io.callsheet.model.AssetFacts;
import io.callsheet.model.Orientation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Judges reference files as Callsheet itself does. */
final class ProbedMedia implements MediaCheck {
  private final MediaProbe probe = new MediaProbe();

  @Override
  public AssetFacts look(Path file) throws IOException, Refusal {
    try {
      return probe.probe(file);
    } catch (UnusableMedia e) {
      throw Refusal.media(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Optional<String> imageProblem(AssetFacts image) {
    return MediaLimits.imageProblem(image);
  }

  @Override
  public Optional<String> videoProblem(AssetFacts video, Orientation orientation) {
    return MediaLimits.videoProblem(video, orientation);
  }
}

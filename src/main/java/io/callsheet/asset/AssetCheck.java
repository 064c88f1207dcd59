package io.callsheet.asset;

import io.callsheet.asset.Checked.Unusable;
import io.callsheet.asset.Checked.Usable;
import io.callsheet.model.AssetFacts;
import io.callsheet.model.AssetRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds and probes the file of a reference and holds it against the limits that do not depend on
 * the row; a video's length against the row's orientation is {@link MediaLimits}'. May be used from
 * many threads.
 */
public final class AssetCheck {
  private final AssetFolder folder;
  private final MediaProbe probe;

  public AssetCheck(AssetFolder folder, MediaProbe probe) {
    this.folder = folder;
    this.probe = probe;
  }

  /** Reads the whole file, up to the largest size that the service takes. */
  public Checked check(String reference, AssetRole role) {
    Resolved resolved = folder.resolve(reference);
    if (resolved instanceof Resolved.Found found) {
      return probe(reference, role, found.path());
    }
    return new Unusable(((Resolved.Unusable) resolved).problem());
  }

  private Checked probe(String reference, AssetRole role, Path file) {
    try {
      Instant modified = modified(file);
      Optional<String> tooLarge = MediaLimits.sizeProblem(Files.size(file));
      if (tooLarge.isPresent()) {
        return unusable(reference, tooLarge.get());
      }
      AssetFacts facts = probe.probe(file);
      Optional<String> problem = problem(facts, role);
      if (problem.isPresent()) {
        return unusable(reference, problem.get());
      }
      if (!modified.equals(modified(file))) {
        return unusable(
            reference, "changed while it was read; try again when nothing writes to it");
      }
      return new Usable(file, facts, modified);
    } catch (UnusableMedia e) {
      return unusable(reference, e.problem());
    } catch (IOException e) {
      return unusable(reference, "cannot be read; check the disk and the file's permissions");
    }
  }

  private static Optional<String> problem(AssetFacts facts, AssetRole role) {
    boolean image = facts.type().isImage();
    return switch (role) {
      case CHARACTER ->
          image
              ? MediaLimits.imageProblem(facts)
              : Optional.of("is a video; this column takes an image (JPEG or PNG)");
      case PERFORMANCE ->
          image
              ? Optional.of("is an image; this column takes a video (MP4 or MOV)")
              : MediaLimits.videoProblem(facts);
    };
  }

  private static Instant modified(Path file) throws IOException {
    return Files.getLastModifiedTime(file).toInstant();
  }

  private static Unusable unusable(String reference, String problem) {
    return new Unusable(Quoted.of(reference) + " " + problem);
  }
}

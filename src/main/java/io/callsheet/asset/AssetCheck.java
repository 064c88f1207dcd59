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
  private final RemoteFiles remote;
  private final MediaProbe probe;

  public AssetCheck(AssetFolder folder, RemoteFiles remote, MediaProbe probe) {
    this.folder = folder;
    this.remote = remote;
    this.probe = probe;
  }

  /** Reads the whole file, up to the largest size that the service takes. */
  public Checked check(String reference, AssetRole role) throws InterruptedException {
    boolean elsewhere = remote.takes(reference);
    Resolved resolved = elsewhere ? remote.fetch(reference, role) : folder.resolve(reference);
    if (resolved instanceof Resolved.Found found) {
      return new Look(reference, role, found.path(), false).checked();
    }
    if (resolved instanceof Resolved.Fetched fetched) {
      return new Look(reference, role, fetched.path(), true).checked();
    }
    if (resolved instanceof Resolved.Unknown unknown) {
      return new Checked.Unknown(unknown.reason());
    }
    return new Unusable(((Resolved.Unusable) resolved).problem());
  }

  /** A look at one file. */
  private final class Look {
    private final String reference;
    private final AssetRole role;
    private final Path file;
    private final boolean fetched;

    Look(String reference, AssetRole role, Path file, boolean fetched) {
      this.reference = reference;
      this.role = role;
      this.file = file;
      this.fetched = fetched;
    }

    Checked checked() {
      try {
        Instant modified = modified();
        Optional<String> tooLarge = MediaLimits.sizeProblem(Files.size(file));
        if (tooLarge.isPresent()) {
          return unusable(tooLarge.get(), repair().ofSize(role));
        }
        MediaProbe.Probed probed = probe.look(file);
        AssetFacts facts = probed.facts();
        Optional<String> problem = problem(facts);
        if (problem.isPresent()) {
          return unusable(problem.get(), repair().ofLimits(facts, role));
        }
        if (!modified.equals(modified())) {
          return unusable("changed while it was read; try again when nothing writes to it");
        }
        return new Usable(file, facts, modified, fetched, Note.of(reference, probed));
      } catch (UnusableMedia e) {
        return unusable(e.problem(), repair().ofKind(e.kind()));
      } catch (IOException e) {
        return unusable("cannot be read; check the disk and the file's permissions");
      }
    }

    private Optional<String> problem(AssetFacts facts) {
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

    private Instant modified() throws IOException {
      return Files.getLastModifiedTime(file).toInstant();
    }

    private Repair repair() {
      return fetched ? Repair.NONE : Repair.of(reference);
    }

    private Unusable unusable(String problem, Optional<String> repair) {
      return unusable(repair.map(command -> problem + "; " + command).orElse(problem));
    }

    private Unusable unusable(String problem) {
      return new Unusable(Quoted.of(reference) + " " + problem);
    }
  }
}

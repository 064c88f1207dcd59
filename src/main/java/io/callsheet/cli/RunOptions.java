package io.callsheet.cli;

import io.callsheet.job.ManifestSource;
import io.callsheet.plan.Selection;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code plan} and {@code run} are told. */
final class RunOptions {
  private static final Pattern LABEL = Pattern.compile("[a-z0-9-]{1,60}");

  @Parameters(index = "0", paramLabel = "JOB", description = "The job file.")
  private @Nullable Path job;

  @Mixin private final Overrides overrides = new Overrides();

  @Option(
      names = "--rows",
      paramLabel = "LIST",
      description = "Only these rows, by number or key: 1-10,17,hero-3.")
  private @Nullable String rows;

  @Option(names = "--limit", paramLabel = "N", description = "At most N rows, most urgent first.")
  private @Nullable Long limit;

  @Option(
      names = "--canary",
      description = {
        "Only the fewest rows that show every character and every performance. Look at them, then run"
            + " the rest without it: these are not paid again."
      })
  private boolean canary;

  @Option(
      names = "--manifest",
      paramLabel = "FILE",
      description = "This manifest instead of the job's; a file or s3://bucket/key.")
  private @Nullable String manifest;

  @Option(
      names = "--label",
      paramLabel = "TEXT",
      description = "Keep these runs apart, and write to OUTPUT/TEXT.")
  private @Nullable String label;

  @Option(
      names = "--no-reuse",
      description = "Render anew what an earlier run has rendered already, and pay again.")
  private boolean noReuse;

  Path job() {
    if (job == null) {
      throw new IllegalStateException("JOB is required");
    }
    return job.toAbsolutePath().normalize();
  }

  Overrides overrides() {
    return overrides;
  }

  Wanted wanted() {
    try {
      return new Wanted(Selection.of(rows, limit, canary), !noReuse);
    } catch (IllegalArgumentException e) {
      throw UserError.refused(String.valueOf(e.getMessage()));
    }
  }

  /** The one that was named instead of the job's, read in the same way. */
  ManifestSource manifest(ManifestSource ofJob) {
    try {
      return manifest == null ? ofJob : ofJob.at(ManifestSource.Place.of(manifest, Path.of("")));
    } catch (IllegalArgumentException e) {
      throw UserError.refused("--manifest " + manifest + ": " + e.getMessage());
    }
  }

  /** Empty without a label. */
  String label() {
    if (label == null) {
      return "";
    }
    if (!LABEL.matcher(label).matches()) {
      throw UserError.refused(
          "--label " + label + " is no label; it takes small letters, digits and hyphens");
    }
    return label;
  }
}

package io.callsheet.job;

import io.callsheet.model.Credits;
import io.callsheet.model.Orientation;
import io.callsheet.model.Resolution;
import io.callsheet.model.Rounding;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A job file, checked. Paths are absolute and normalized.
 *
 * @param name {@code [a-z0-9-]+}
 * @param file the job file itself
 * @param columns standard column name to the header that the manifest uses for it
 * @param videos template of the names of collected files
 */
public record Job(
    String name,
    Path file,
    ManifestSource manifest,
    Path assets,
    Path output,
    Map<String, String> columns,
    Defaults defaults,
    String videos,
    Spend spend,
    ProviderSettings provider,
    StorageSettings storage,
    Failures failures,
    Problems problems,
    Duration reuseMaxAge,
    boolean allowHttp,
    SandboxSettings sandbox) {

  /** The same job for another manifest and output. */
  public Job with(ManifestSource otherManifest, Path otherOutput) {
    return copy(otherManifest, otherOutput, spend, failures);
  }

  /** The same job under another cap. */
  public Job withCap(Credits cap) {
    return copy(manifest, output, new Spend(cap, spend.approval(), spend.rounding()), failures);
  }

  /** The same job that bears another share of failures. */
  public Job withTolerance(int percent) {
    Failures other =
        new Failures(failures.retries(), percent, failures.deadline(), failures.quarantine());
    return copy(manifest, output, spend, other);
  }

  private Job copy(
      ManifestSource otherManifest, Path otherOutput, Spend otherSpend, Failures otherFailures) {
    return new Job(
        name,
        file,
        otherManifest,
        assets,
        otherOutput,
        columns,
        defaults,
        videos,
        otherSpend,
        provider,
        storage,
        otherFailures,
        problems,
        reuseMaxAge,
        allowHttp,
        sandbox);
  }

  /** What a row takes where its cells are empty. */
  public record Defaults(Orientation orientation, Resolution resolution, @Nullable String prompt) {}

  /** The limit of a run and who lets it pass. */
  public record Spend(Credits cap, Approval approval, Rounding rounding) {}

  /** Who opens the gate. */
  public enum Approval {
    MANUAL,
    AUTO
  }

  /**
   * What happens to an unpaid failure.
   *
   * @param retries of failed, unpaid tasks
   * @param toleratePercent failed rows in a hundred planned ones; above it nothing new is submitted
   * @param deadline after which a task is overdue
   * @param quarantine different partners that an asset fails with before its other rows are held;
   *     0: never
   */
  public record Failures(int retries, int toleratePercent, Duration deadline, int quarantine) {}

  /** What to do when some rows of the manifest are refused. */
  public enum Problems {
    STOP,
    SKIP
  }
}

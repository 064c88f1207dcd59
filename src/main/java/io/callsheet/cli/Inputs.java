package io.callsheet.cli;

import io.callsheet.job.Job;
import io.callsheet.ledger.AssetBook.LocalFile;
import io.callsheet.ledger.Ledger;
import io.callsheet.model.RunId;
import io.callsheet.model.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;

/** What is frozen when a run is made: two runs with the same digest would do the same. */
final class Inputs {
  private Inputs() {}

  static Sha256 digest(Job job, String label, Sha256 manifest, String selection, boolean reuse) {
    List<String> parts =
        List.of(
            job.name(),
            label,
            manifest.hex(),
            new TreeMap<>(job.columns()).toString(),
            String.valueOf(job.manifest().sheet()),
            job.manifest().matrix() ? "matrix" : "",
            job.defaults().toString(),
            job.assets().toString(),
            job.output().toString(),
            job.videos(),
            job.provider().name(),
            job.provider().origin(),
            job.provider().model(),
            selection,
            reuse ? "" : "--no-reuse");
    // Lengths first, so that no part can pass for another.
    StringBuilder text = new StringBuilder();
    parts.forEach(part -> text.append(part.length()).append(':').append(part).append('\n'));
    return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Whether every local file of the run's plan is as it was, by size and time. */
  static boolean assetsUnchanged(Ledger ledger, RunId run) {
    return ledger.assets().files(run).stream().allMatch(Inputs::isUnchanged);
  }

  /** By size and time, without reading it. */
  static boolean isUnchanged(LocalFile file) {
    try {
      return Files.size(file.path()) == file.bytes()
          && Files.getLastModifiedTime(file.path())
              .toInstant()
              .truncatedTo(ChronoUnit.SECONDS)
              .equals(file.modified().truncatedTo(ChronoUnit.SECONDS));
    } catch (IOException e) {
      return false;
    }
  }
}

package io.callsheet.job;

import io.callsheet.model.Credits;
import io.callsheet.model.Orientation;
import io.callsheet.model.Resolution;
import io.callsheet.model.Rounding;
import io.callsheet.model.StandardColumn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the sections of a job file into a {@link Job}; wrong values are replaced by stand-ins. */
final class JobReader {

  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,60}");

  /** vidgo-api, Submit. */
  private static final int LONGEST_PROMPT = 2500;

  private static final int MOST_RETRIES = 100;

  private static final int MOST_PARTNERS = 1000;

  private final Path file;
  private final SandboxReader sandboxReader;

  /**
   * @param file absolute and normalized
   */
  JobReader(Path file, SandboxReader sandboxReader) {
    this.file = file;
    this.sandboxReader = sandboxReader;
  }

  Job read(Section root) {
    Path base = file.resolveSibling("");
    String name =
        root.require(
            "name",
            Forms.matching(NAME, "write at most 60 of a-z, 0-9 and -"),
            "job",
            "write a short name of a-z, 0-9 and -");
    ProviderSettings provider = ProviderReader.read(root.section("provider"));
    if (root.has("sandbox") && !provider.isSandbox()) {
      root.refuse("sandbox", "settings only work with provider.name sandbox: delete them");
    }
    return new Job(
        name,
        file,
        ManifestSourceReader.read(root, base),
        root.require(
            "assets",
            PlaceForms.existingFolder(base),
            base,
            "name the folder of the images and videos"),
        root.require(
            "output", PlaceForms.folderToWrite(base), base, "name the folder for the results"),
        columns(root.section("columns", StandardColumn.words())),
        defaults(root.section("defaults")),
        root.read("videos", VideoNames::parse, VideoNames.DEFAULT),
        spend(root.section("spend")),
        provider,
        StorageReader.read(root.section("storage"), provider.isSandbox(), name),
        failures(root.section("failures")),
        root.read("problems", Forms.oneOf(Job.Problems.class), Job.Problems.STOP),
        root.section("reuse")
            .read(
                "max-age",
                TimeForms.duration(TimeForms.NONE, TimeForms.LONGEST),
                Duration.ofDays(90)),
        root.section("fetch").read("allow-http", Forms.flag(), false),
        sandboxReader.read(root.section("sandbox")));
  }

  private static Map<String, String> columns(Section columns) {
    Map<String, String> headers = new TreeMap<>();
    for (String column : columns.keys()) {
      String header = columns.find(column, Forms.text(200));
      if (header != null) {
        headers.put(column, header);
      }
    }
    return Collections.unmodifiableMap(headers);
  }

  private static Job.Defaults defaults(Section defaults) {
    return new Job.Defaults(
        defaults.read("orientation", Forms.oneOf(Orientation.class), Orientation.VIDEO),
        defaults.read(
            "resolution",
            Forms.oneOf(List.of(Resolution.values()), Resolution::word),
            Resolution.P720),
        defaults.find("prompt", Forms.text(LONGEST_PROMPT)));
  }

  private static Job.Spend spend(Section spend) {
    return new Job.Spend(
        spend.require(
            "cap",
            Forms.credits(false),
            Credits.ZERO,
            "write the most credits that a run may spend, such as 2000"),
        spend.read("approval", Forms.oneOf(Job.Approval.class), Job.Approval.MANUAL),
        spend.read("rounding", Forms.oneOf(Rounding.class), Rounding.CEIL_SECOND));
  }

  private static Job.Failures failures(Section failures) {
    return new Job.Failures(
        failures.read("retries", Forms.whole(0, MOST_RETRIES), 2),
        failures.read("tolerate", Forms.percent(), 20),
        failures.read(
            "deadline",
            TimeForms.duration(TimeForms.SHORTEST, TimeForms.LONGEST),
            Duration.ofHours(2)),
        failures.read("quarantine", Forms.whole(0, MOST_PARTNERS), 3));
  }
}

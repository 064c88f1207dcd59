package io.callsheet.wholerun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a service says back to us: nothing that a run leaves or prints would let others act. */
class SecretsIT {
  private static final String PASSWORD = "password-of-the-tests";

  /** The last: any beginning of a value that was signed. */
  private static final Pattern SECRET =
      Pattern.compile(
          "%s|%s|%s|(?i)X-Amz-[a-z]+(=|%%3D)[a-z0-9]"
              .formatted(RecordingVidgo.KEY, Bucket.SECRET_KEY, PASSWORD));

  @TempDir private Path folder;

  @Test
  void no_file_and_no_line_of_a_run_holds_a_secret() throws Exception {
    try (Studio studio = new Studio(folder, 100_000)) {
      studio.manifest(5).job("failures", "{retries: 0, tolerate: 100%}");
      studio
          .vidgo()
          .faults(
              (n, asked) ->
                  switch (asked.prompt()) {
                    case "take 2" -> SubmitFault.REFUSED_WITH_ECHO;
                    case "take 3" -> SubmitFault.ERROR_WITH_ECHO;
                    case "take 4" -> SubmitFault.TASK_FAILS_WITH_ECHO;
                    case "take 5" -> SubmitFault.DROPPED_AFTER_TAKING;
                    default -> SubmitFault.NONE;
                  });
      Studio.Ended run = studio.run();
      assertThat(run.exit()).as(run.said()).isEqualTo(6);
      assertThat(run.said()).contains("row-2 failed: cannot read Bearer [key] GET /references/");
      studio.command("status");
      studio.command("redrive", "last", "--force");
      studio.environment("AWS_SECRET_ACCESS_KEY", Bucket.SECRET_KEY + "-no-more");
      assertThat(studio.run("--again", "--no-reuse").exit()).isEqualTo(5);
      studio.environment("CALLSHEET_DB_PASSWORD", PASSWORD);
      studio.environment(
          "CALLSHEET_DB_URL",
          "jdbc:postgresql://me:%1$s@127.0.0.1:1/runs?password=%1$s".formatted(PASSWORD));
      assertThat(studio.command("runs").exit()).isEqualTo(1);
      studio.without("CALLSHEET_DB_URL");

      Map<String, String> left = left(studio);

      assertThat(left.keySet())
          .as("looked at")
          .anyMatch(name -> name.endsWith("ledger.mv.db"))
          .anyMatch(name -> name.endsWith("callsheet.log"))
          .anyMatch(name -> name.endsWith("live.json"))
          .anyMatch(name -> name.contains("results.xlsx/"))
          .anyMatch(name -> name.endsWith("child-1.txt"))
          .contains("as SQL");
      assertThat(left.get("as SQL")).contains("take 2", "no such file: http", "GET /references/");
      left.forEach(
          (name, text) ->
              assertThat(SECRET.matcher(text).results().map(MatchResult::group))
                  .as(name)
                  .isEmpty());
    }
  }

  /** All files but those of the service and the bucket, by name, a letter a byte. */
  private static Map<String, String> left(Studio studio) throws Exception {
    Map<String, String> left = new LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(studio.root())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = studio.root().relativize(file).toString();
        if (name.startsWith("service") || name.startsWith("bucket") || name.startsWith("assets")) {
          continue;
        }
        byte[] bytes = Files.readAllBytes(file);
        left.put(name, new String(bytes, StandardCharsets.ISO_8859_1));
        if (name.endsWith(".xlsx")) {
          unpack(name, file, left);
        }
      }
    }
    left.put("as SQL", sql(studio.home().resolve("ledger").resolve("ledger")));
    return left;
  }

  private static void unpack(String name, Path file, Map<String, String> left) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        byte[] bytes = zip.getInputStream(entry).readAllBytes();
        left.put(name + "/" + entry.getName(), new String(bytes, StandardCharsets.ISO_8859_1));
      }
    }
  }

  /** What the pages of the database say when they are put together. */
  private static String sql(Path ledger) throws Exception {
    StringBuilder script = new StringBuilder();
    try (Connection h2 = DriverManager.getConnection("jdbc:h2:file:" + ledger, "sa", "");
        var lines = h2.createStatement().executeQuery("SCRIPT")) {
      while (lines.next()) {
        script.append(lines.getString(1)).append('\n');
      }
    }
    return script.toString();
  }
}

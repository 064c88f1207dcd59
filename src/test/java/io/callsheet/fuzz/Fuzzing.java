package io.callsheet.fuzz;

import io.callsheet.asset.HostileMedia;
import io.callsheet.testing.HostileFile;
import io.callsheet.testing.HostileTables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs Jazzer on one target after the other: {@code ./mvnw verify -Pfuzz -Dminutes=10}. What breaks
 * a promise is kept below {@code target/fuzz}; what reached new code is kept for the next time.
 */
public final class Fuzzing {
  private static final Path FOLDER = Path.of("target", "fuzz");
  private static final int LONGEST_SEED = 1 << 13;

  private record Target(String name, String type, List<byte[]> seeds) {}

  private Fuzzing() {}

  /**
   * @param args minutes in all; the name of a target, to fuzz it alone
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    List<Target> targets =
        targets().stream().filter(each -> args.length < 2 || each.name().equals(args[1])).toList();
    long seconds = Math.max(5, Math.round(Double.parseDouble(args[0]) * 60 / targets.size()));
    List<String> broken = new ArrayList<>();
    for (Target target : targets) {
      System.out.println("fuzz: " + target.name() + ", " + seconds + " s");
      if (run(target, seconds) != 0) {
        broken.add(target.name());
      }
    }
    System.out.println(
        "fuzz: "
            + (broken.isEmpty() ? "every promise held" : "broken, see target/fuzz: " + broken));
    System.exit(broken.isEmpty() ? 0 : 1);
  }

  private static List<Target> targets() throws IOException {
    List<byte[]> media = seeds(HostileMedia.files());
    List<byte[]> tables = seeds(HostileTables.files());
    tables.addAll(files("samples/summer-launch", "samples/problems"));
    String answer = "x3\n{\"code\":200,\"data\":{\"task_id\":\"9\",\"status\":\"finished\"}}";
    return List.of(
        new Target("manifest", "io.callsheet.manifest.AnyManifest", tables),
        new Target("media", "io.callsheet.asset.AnyMedia", media),
        new Target("job", "io.callsheet.job.AnyJobFile", files("jobs")),
        new Target(
            "answers",
            "io.callsheet.provider.vidgo.AnyReply",
            List.of(answer.getBytes(StandardCharsets.UTF_8))));
  }

  private static int run(Target target, long seconds) throws IOException, InterruptedException {
    Path folder = FOLDER.resolve(target.name());
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    for (int i = 0; i < target.seeds().size(); i++) {
      Files.write(corpus.resolve("seed-" + i), target.seeds().get(i));
    }
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-Djava.awt.headless=true",
            "-cp",
            System.getProperty("java.class.path"),
            "com.code_intelligence.jazzer.Jazzer",
            "--target_class=" + target.type(),
            "--instrumentation_includes=io.callsheet.**",
            "--custom_hook_includes=io.callsheet.**",
            "--reproducer_path=" + folder,
            "-artifact_prefix=" + folder + "/",
            "-max_len=65536",
            "-rss_limit_mb=0",
            "-timeout=20",
            "-print_final_stats=0",
            "-max_total_time=" + seconds,
            corpus.toString())
        .inheritIO()
        .start()
        .waitFor();
  }

  private static List<byte[]> seeds(List<HostileFile> files) {
    return new ArrayList<>(
        files.stream()
            .map(HostileFile::content)
            .filter(content -> content.length <= LONGEST_SEED)
            .toList());
  }

  private static List<byte[]> files(String... folders) throws IOException {
    List<byte[]> contents = new ArrayList<>();
    for (String folder : folders) {
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          contents.add(Files.readAllBytes(file));
        }
      }
    }
    return contents;
  }
}

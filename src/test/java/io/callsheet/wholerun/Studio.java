package io.callsheet.wholerun;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A user's folder with a job in it, the servers that the job talks to, and a way to run it. */
final class Studio implements AutoCloseable {
  private static final Path SAMPLES = Path.of("samples", "summer-launch").toAbsolutePath();
  private static final List<String> PERFORMANCES =
      List.of("performances/wave-hello.mp4", "performances/jump-for-joy.mp4");

  private static final Set<String> WRITE_REPORTS = Set.of("resume", "redrive");
  private static final Set<Integer> REPORTED = Set.of(0, 3, 5, 6);

  private final Path root;
  private final RecordingVidgo vidgo;
  private final Bucket bucket;
  private final Map<String, String> job = new LinkedHashMap<>();
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final List<Child> children = new ArrayList<>();

  Studio(Path folder, long credits) throws Exception {
    this.root = folder.toRealPath();
    this.vidgo = new RecordingVidgo(root.resolve("service"), credits);
    this.bucket = new Bucket(root.resolve("bucket"));
    copy(SAMPLES, root.resolve("assets"));
    job.put("name", "promo");
    job.put("manifest", "manifest.csv");
    job.put("assets", "assets");
    job.put("output", "out");
    job.put("spend", "{cap: 100000, approval: auto}");
    job.put(
        "provider",
        "{name: vidgo, base-url: \"%s\", submits-per-minute: 1200, max-in-flight: 50, polls-per-minute: 60000, typical-render: 100ms}"
            .formatted(vidgo.url()));
    job.put(
        "storage",
        "{bucket: %s, endpoint: \"%s\", region: us-east-1, path-style: true}"
            .formatted(Bucket.NAME, bucket.url()));
    environment.put("CALLSHEET_HOME", root.resolve("home").toString());
    environment.put("CALLSHEET_API_KEY", RecordingVidgo.KEY);
    environment.put("AWS_ACCESS_KEY_ID", Bucket.ACCESS_KEY);
    environment.put("AWS_SECRET_ACCESS_KEY", Bucket.SECRET_KEY);
    writeJob();
  }

  RecordingVidgo vidgo() {
    return vidgo;
  }

  Bucket bucket() {
    return bucket;
  }

  Path root() {
    return root;
  }

  Path home() {
    return root.resolve("home");
  }

  Path jobFile() {
    return root.resolve("promo.yaml");
  }

  Report report() {
    return new Report(root.resolve("out"));
  }

  /** Sets a key of the job file. */
  Studio job(String key, String value) {
    job.put(key, value);
    writeJob();
    return this;
  }

  Studio environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Studio without(String name) {
    environment.remove(name);
    return this;
  }

  private void writeJob() {
    StringBuilder text = new StringBuilder();
    job.forEach((key, value) -> text.append(key).append(": ").append(value).append('\n'));
    write(jobFile(), text.toString());
  }

  /** Rows that all ask for something else, called {@code row-1} and so on. */
  Studio manifest(int rows) throws IOException {
    List<String> characters;
    try (Stream<Path> files = Files.list(root.resolve("assets/characters"))) {
      characters = files.map(file -> "characters/" + file.getFileName()).sorted().toList();
    }
    List<String> lines = new ArrayList<>(List.of("row_key,character,performance,prompt"));
    for (int i = 0; i < rows; i++) {
      lines.add(
          "row-%d,%s,%s,take %d"
              .formatted(
                  i + 1,
                  characters.get(i % characters.size()),
                  PERFORMANCES.get(i % PERFORMANCES.size()),
                  i + 1));
    }
    return manifest(lines);
  }

  Studio manifest(List<String> lines) {
    write(root.resolve("manifest.csv"), String.join("\n", lines) + "\n");
    return this;
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Child start(String... arguments) {
    return launch(Product.built().command(List.of(arguments)));
  }

  Child startRun() {
    return start("run", jobFile().toString());
  }

  /** Runs the job to the end of the process. */
  Ended run(String... options) {
    List<String> arguments = new ArrayList<>(List.of("run", jobFile().toString()));
    arguments.addAll(List.of(options));
    return reported(ended(launch(Product.built().archivingCommand(arguments))));
  }

  Ended command(String... arguments) {
    Ended ended = ended(start(arguments));
    return WRITE_REPORTS.contains(arguments[0]) ? reported(ended) : ended;
  }

  /** Reports that a command leaves behind close, whatever the test looks at. */
  private Ended reported(Ended ended) {
    boolean written =
        REPORTED.contains(ended.exit()) && Files.exists(root.resolve("out/summary.json"));
    if (written) {
      report().assertBooksClose();
    }
    return ended;
  }

  private static Ended ended(Child child) {
    int exit = child.awaitExit();
    return new Ended(exit, child.output());
  }

  /**
   * @param said all that it wrote to stdout and stderr
   */
  record Ended(int exit, String said) {}

  private Child launch(List<String> command) {
    Path output = root.resolve("child-" + (children.size() + 1) + ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(root.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder
        .environment()
        .keySet()
        .removeIf(
            name ->
                name.startsWith("AWS_")
                    || name.startsWith("CALLSHEET_")
                    || name.startsWith("JAVA_")
                    || name.startsWith("JDK_"));
    builder.environment().putAll(environment);
    try {
      Child child = new Child(builder.start(), output);
      children.add(child);
      return child;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  @Override
  public void close() throws IOException, SQLException {
    children.forEach(Child::close);
    bucket.close();
    vidgo.close();
    Books.check(this, environment);
  }
}

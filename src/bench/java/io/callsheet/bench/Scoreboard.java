package io.callsheet.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Takes figures down: each at once on the screen, all of a benchmark as JSON, all as a table. */
final class Scoreboard {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;
  private final PrintStream out;
  private final List<Figure> figures = new ArrayList<>();
  private String benchmark = "";
  private Machine.@Nullable Cpu before;

  Scoreboard(Path folder, PrintStream out) {
    this.folder = folder;
    this.out = out;
  }

  void begin(String name) throws IOException {
    benchmark = name;
    before = Machine.cpu();
    figures.clear();
    out.println(name);
  }

  /** A figure that nothing is asked of. */
  void note(String what, String format, double value) {
    add(what, format, value, null, null);
  }

  /** A figure that may not be above {@code most}. */
  void atMost(double most, String what, String format, double value) {
    add(what, format, value, "≤ " + text(format, most), value <= most);
  }

  private void add(
      String what, String format, double value, @Nullable String wanted, @Nullable Boolean holds) {
    Figure figure = new Figure(benchmark, what, text(format, value), value, wanted, holds);
    figures.add(figure);
    out.printf(
        "  %-62s %12s  %s%n",
        what,
        figure.value(),
        wanted == null ? "" : wanted + (Boolean.TRUE.equals(holds) ? "" : "  NOT MET"));
  }

  private static String text(String format, double value) {
    return format.formatted(value).strip();
  }

  /** Writes the benchmark's JSON, and the table of all that are there. */
  void end() throws IOException {
    if (before != null) {
      note("CPU taken by others meanwhile, %", "%.0f", 100 * Machine.cpu().othersSince(before));
    }
    Files.createDirectories(folder);
    Path file = folder.resolve(benchmark + ".json");
    Files.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(figures));
  }

  /** Of the benchmarks that have run since the last clean build, as Markdown. */
  String table() throws IOException {
    StringBuilder table =
        new StringBuilder("| benchmark | | measured | wanted |\n|---|---|---|---|\n");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        for (Figure figure : JSON.readValue(Files.readAllBytes(file), Figure[].class)) {
          table.append(row(figure));
        }
      }
    }
    Files.writeString(folder.resolve("table.md"), table);
    return table.toString();
  }

  private static String row(Figure figure) {
    boolean missed = Boolean.FALSE.equals(figure.holds());
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s%s | %s |%n",
        figure.benchmark(),
        figure.what(),
        figure.value(),
        missed ? " **not met**" : "",
        figure.wanted() == null ? "" : figure.wanted());
  }
}

package io.callsheet.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Runs the benchmarks whose names begin with one of the arguments; all without any. */
public final class Benchmarks {
  private static final List<Benchmark> ALL =
      List.of(
          new Start(),
          WholeRun.small(),
          WholeRun.large(),
          WholeRun.byRate(),
          new Commits(),
          new Planning(10_000),
          new Planning(100_000),
          new Planning(1_000_000),
          new Resume(),
          new Peers(200, 20),
          new Peers(5000, 200));

  private Benchmarks() {}

  public static void main(String[] arguments) throws Exception {
    List<String> wanted =
        Arrays.stream(arguments).flatMap(names -> Arrays.stream(names.split(","))).toList();
    List<Benchmark> chosen =
        ALL.stream()
            .filter(one -> wanted.isEmpty() || wanted.stream().anyMatch(one.name()::startsWith))
            .toList();
    if (chosen.isEmpty()) {
      System.err.println(
          "There is no benchmark "
              + wanted
              + "; there are "
              + ALL.stream().map(Benchmark::name).toList());
      System.exit(2);
    }
    Scoreboard board = new Scoreboard(Path.of("target", "bench"), System.out);
    for (Benchmark benchmark : chosen) {
      board.begin(benchmark.name());
      benchmark.run(board);
      board.end();
    }
    System.out.println();
    System.out.print(board.table());
  }
}

package io.callsheet.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Runs the benchmarks named by the arguments, or whole families of them ({@code plan} is {@code
 * plan-10000} and the others); all without any.
 */
public final class Benchmarks {
  private static final List<Benchmark> ALL =
      List.of(
          new Start(),
          WholeRun.small(),
          WholeRun.large(),
          WholeRun.byRate(),
          new Commits(),
          new LedgerCost(),
          new Planning(10_000),
          new Planning(100_000),
          new Planning(1_000_000),
          new Resume(1_000),
          new Resume(100_000),
          new Peers(200, 20),
          new Peers(5000, 200),
          new Profile());

  private Benchmarks() {}

  public static void main(String[] arguments) throws Exception {
    List<String> wanted =
        Arrays.stream(arguments).flatMap(names -> Arrays.stream(names.split(","))).toList();
    List<Benchmark> chosen =
        ALL.stream()
            .filter(
                one -> wanted.isEmpty() || wanted.stream().anyMatch(name -> isCalled(one, name)))
            .toList();
    if (chosen.isEmpty()) {
      System.err.println(
          "There is no benchmark "
              + wanted
              + "; there are "
              + ALL.stream().map(Benchmark::name).toList());
      System.exit(2);
    }
    // A benchmark that is broken off must not leave a run behind that spoils the next.
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () ->
                    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly)));
    Scoreboard board = new Scoreboard(Path.of("target", "bench"), System.out);
    for (Benchmark benchmark : chosen) {
      board.begin(benchmark.name());
      benchmark.run(board);
      board.end();
    }
    System.out.println();
    System.out.print(board.table());
  }

  private static boolean isCalled(Benchmark benchmark, String name) {
    return benchmark.name().equals(name) || benchmark.name().startsWith(name + "-");
  }
}

package io.callsheet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * CPU time of this machine, of Linux as proc(5) tells it: a figure is worth little when others were
 * busy meanwhile.
 */
final class Machine {
  private static final long TICK_NANOS = 10_000_000;
  private static final int LAST = 14;

  private Machine() {}

  /**
   * CPU time at an instant, in nanoseconds since some start; 10 ms fine.
   *
   * @param all that all processors could have given
   * @param busy of it, whoever took it
   * @param children of ours that have ended
   * @param own of this process and those children
   */
  record Cpu(long all, long busy, long children, long own) {

    /** Share of all CPU time since then that neither we nor our children took and nobody left. */
    double othersSince(Cpu then) {
      double others = (busy - then.busy) - (own - then.own);
      return Math.max(0, others / (all - then.all));
    }
  }

  static Cpu cpu() throws IOException {
    long[] machine =
        numbers(Files.readString(Path.of("/proc/stat")).lines().findFirst().orElse(""));
    String stat = Files.readString(Path.of("/proc/self/stat"));
    // From the parent on, which is field 4 of proc(5); those wanted are 14 to 17.
    long[] self = numbers(stat.substring(stat.lastIndexOf(')') + 4));
    long all = Arrays.stream(machine, 0, 8).sum();
    long idle = machine[3] + machine[4];
    long children = self[12] + self[13];
    return new Cpu(
        all * TICK_NANOS,
        (all - idle) * TICK_NANOS,
        children * TICK_NANOS,
        (children + self[10] + self[11]) * TICK_NANOS);
  }

  private static long[] numbers(String line) {
    return Arrays.stream(line.replaceAll("^\\D+ +", "").split(" +"))
        .limit(LAST)
        .mapToLong(Long::parseLong)
        .toArray();
  }
}

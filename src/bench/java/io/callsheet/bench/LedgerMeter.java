package io.callsheet.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** CPU and writes of this process since it was made, on standard output, a row each. */
final class LedgerMeter {
  private static final OperatingSystemMXBean MACHINE =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final String WRITES =
      """
      SELECT CAST(setting_value AS BIGINT) FROM information_schema.settings
      WHERE setting_name = 'info.FILE_WRITE'
      """;

  private final JdbcClient jdbc;
  private final int rows;
  private final long began;
  private final long writesBefore;
  private long last;
  private Map<String, Long> lastThreads;

  LedgerMeter(DataSource source, int rows) {
    this.jdbc = JdbcClient.create(source);
    this.rows = rows;
    this.writesBefore = writes();
    this.began = MACHINE.getProcessCpuTime();
    this.last = began;
    this.lastThreads = threads();
  }

  /** What the stage took that ends now. */
  void tell(String stage) {
    long now = MACHINE.getProcessCpuTime();
    say(stage + ": CPU a row, ms", (now - last) / 1e6 / rows);
    last = now;
    lastThreads = threads();
  }

  /** The same, thread by thread; what none of them took is compiling and collecting. */
  void tellThreads(String stage) {
    Map<String, Long> now = threads();
    Map<String, Long> before = lastThreads;
    now.forEach(
        (thread, cpu) -> {
          double taken = (cpu - before.getOrDefault(thread, 0L)) / 1e6 / rows;
          if (taken >= 0.01) {
            say(stage + ", " + thread + ": CPU a row, ms", taken);
          }
        });
    tell(stage);
  }

  void tellAll() {
    say("all: CPU a row, ms", (MACHINE.getProcessCpuTime() - began) / 1e6 / rows);
    say("writes of H2's file a row", (double) (writes() - writesBefore) / rows);
  }

  private static Map<String, Long> threads() {
    Map<String, Long> byName = new TreeMap<>();
    for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
      if (thread != null) {
        String name = thread.getThreadName().replaceFirst("[ -]?(\\d+|[^ ]*nio:.*)$", "");
        byName.merge(name, Math.max(0, THREADS.getThreadCpuTime(thread.getThreadId())), Long::sum);
      }
    }
    return byName;
  }

  private static void say(String what, double value) {
    System.out.println(what + " = " + value);
  }

  private long writes() {
    return jdbc.sql(WRITES).query(Long.class).optional().orElse(0L);
  }
}

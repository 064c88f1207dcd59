package io.callsheet.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.model.ExitCode;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a row costs the database, counted by the database itself. */
@Timeout(180)
class WorkOfTheLedgerIT {
  private static final int ROWS = 600;

  @TempDir private Path folder;

  @Test
  void a_row_takes_three_commits_at_most() throws Exception {
    try (Stage stage = new Stage(folder)) {
      Stage.Act act = stage.act(manifest(), "spend: {cap: 200000, approval: auto}\n", 50, "400ms");
      act.service.answering = new RenderingService();
      assertThat(act.plan()).isEqualTo(ExitCode.DONE);
      Map<String, Long> before = executions(stage);

      assertThat(act.execute()).isEqualTo(ExitCode.DONE);

      Map<String, Long> spent = executions(stage);
      before.forEach((sql, n) -> spent.merge(sql, -n, Long::sum));
      spent.forEach(
          (s, n) -> {
            if (n > 5)
              System.out.println(
                  n
                      + "  "
                      + s.replaceAll("\\s+", " ")
                          .substring(0, Math.min(110, s.replaceAll("\\s+", " ").length())));
          });
      System.out.println("polls " + act.service.polls.size());
      long all = spent.values().stream().mapToLong(Long::longValue).sum();
      System.out.println("statements a row " + all / (double) ROWS);
      assertThat(spent.getOrDefault("COMMIT", 0L)).isLessThan(3 * ROWS);
    }
  }

  private static Map<String, Long> executions(Stage stage) {
    stage.jdbc().sql("SET QUERY_STATISTICS_MAX_ENTRIES 10000").update();
    stage.jdbc().sql("SET QUERY_STATISTICS TRUE").update();
    Map<String, Long> counts = new TreeMap<>();
    stage
        .jdbc()
        .sql("SELECT sql_statement, execution_count FROM information_schema.query_statistics")
        .query(
            rs -> {
              counts.put(rs.getString(1), rs.getLong(2));
            });
    return counts;
  }

  private static String manifest() {
    StringBuilder manifest = new StringBuilder("row_key,character,performance,prompt\n");
    for (int row = 1; row <= ROWS; row++) {
      manifest.append(
          "r%d,characters/mira-dj.png,performances/wave-hello.mp4,p%d\n".formatted(row, row));
    }
    return manifest.toString();
  }
}

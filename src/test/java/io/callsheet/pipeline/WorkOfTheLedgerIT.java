package io.callsheet.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.model.ExitCode;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a row costs the database: one commit for its intent, the rest shared with other rows. */
@Timeout(180)
class WorkOfTheLedgerIT {
  private static final int ROWS = 400;

  @TempDir private Path folder;

  @Test
  void rows_share_their_commits() throws Exception {
    try (Stage stage = new Stage(folder)) {
      Stage.Act act = stage.act(manifest(), "spend: {cap: 200000, approval: auto}\n", 50, "400ms");
      act.service.answering = new RenderingService();
      assertThat(act.plan()).isEqualTo(ExitCode.DONE);
      AtomicLong commits = stage.countCommits();

      assertThat(act.execute()).isEqualTo(ExitCode.DONE);

      double each = commits.get() / (double) ROWS;
      // An idle machine answers one row at a time, and then each has turns of its own.
      assertThat(each).as("commits a row").isBetween(1.0, 6.0);
    }
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

package io.callsheet.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.model.ExitCode;
import io.callsheet.model.RowState;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With the wrong isolation level a split of lanes fails now and then, and never the first time. */
@Timeout(120)
class LanesSideBySideIT {
  @TempDir private static Path folder;
  private static Stage stage;

  @BeforeAll
  static void open() throws Exception {
    stage = new Stage(folder);
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @RepeatedTest(25)
  void four_lanes_bring_every_row_home_and_keep_the_limit_in_flight() throws Exception {
    StringBuilder manifest = new StringBuilder("row_key,character,performance,prompt\n");
    for (int row = 1; row <= 10; row++) {
      manifest.append(
          "r%d,characters/mira-dj.png,performances/wave-hello.mp4,p%d\n".formatted(row, row));
    }
    Stage.Act act = stage.act(manifest.toString(), "spend: {cap: 2000, approval: auto}\n");
    QuickService service = new QuickService();
    act.service.answering = service;

    assertThat(act.execute()).isEqualTo(ExitCode.DONE);

    assertThat(stage.ledger().counts(act.id).of(RowState.SUCCEEDED)).isEqualTo(10);
    assertThat(service.mostOpen).hasValueBetween(1, 3);
    assertThat(act.service.submits).hasSize(10);
  }
}

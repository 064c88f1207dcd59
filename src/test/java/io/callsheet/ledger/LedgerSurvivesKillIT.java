package io.callsheet.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.callsheet.model.AttemptState;
import io.callsheet.model.Credits;
import io.callsheet.model.RowState;
import io.callsheet.model.RunId;
import io.callsheet.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerSurvivesKillIT {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 17, 230})
  void every_acknowledged_intent_is_there_after_a_kill(int before) throws Exception {
    List<Long> acknowledged = new ArrayList<>();
    RunId run;
    try (ChildJvm child = ChildJvm.start(IntentLoop.class, folder.toString())) {
      run = RunId.find(child.line("run ")).orElseThrow();
      while (acknowledged.size() < before) {
        acknowledged.add(number(child.line("acknowledged ")));
      }
      child.kill();
      child.rest("acknowledged ").stream()
          .filter(line -> line.endsWith("."))
          .forEach(line -> acknowledged.add(number(line)));
    }
    try (OpenLedger open = OpenLedger.at(new LedgerAddress.File(folder))) {
      List<ReportRow> rows = open.ledger().reports().page(run, 0, 10_000);
      assertThat(rows.stream().filter(row -> !row.attempts().isEmpty()).map(ReportRow::no))
          .containsAll(acknowledged);
      for (ReportRow row : rows) {
        if (!row.attempts().isEmpty()) {
          assertThat(row.state()).isEqualTo(RowState.SUBMITTING);
          assertThat(row.attempts().get(0).state()).isEqualTo(AttemptState.INTENT);
        }
      }
      assertThat(open.ledger().runs().booksClose(run)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 30_000, Long.MAX_VALUE})
  void a_kill_while_a_ledger_is_made_leaves_a_folder_that_opens(long bytes) throws Exception {
    try (ChildJvm child = ChildJvm.start(HoldLedger.class, folder.toString())) {
      await()
          .atMost(Duration.ofMinutes(2))
          .pollInterval(Duration.ofMillis(2))
          .until(() -> made() > bytes || Files.exists(folder.resolve("ledger.mv.db")));
      child.kill();
    }
    try (OpenLedger open = OpenLedger.at(new LedgerAddress.File(folder))) {
      Scene scene = Scene.staged(open, Credits.of(100), 1);
      scene.intend(1);
      assertThat(scene.state(1)).isEqualTo(RowState.SUBMITTING);
    }
  }

  @Test
  void a_second_process_is_told_that_another_holds_the_ledger() throws Exception {
    try (ChildJvm child = ChildJvm.start(HoldLedger.class, folder.toString())) {
      String id = child.line("open ");
      LedgerUnavailable refused =
          catchThrowableOfType(
              LedgerUnavailable.class, () -> Database.open(new LedgerAddress.File(folder)).close());
      assertThat(refused.isHeldByAnother()).isTrue();
      assertThat(refused).hasMessageContaining("another process");
      child.kill();
      try (OpenLedger open = OpenLedger.at(new LedgerAddress.File(folder))) {
        assertThat(open.ledger().id()).isEqualTo(id);
      }
    }
  }

  private static long number(String line) {
    return Long.parseLong(line.substring(0, line.length() - 1));
  }

  /** Bytes of the database so far, under whatever name. */
  private long made() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      long sum = 0;
      for (Path file : files.toList()) {
        sum += Files.exists(file) ? Files.size(file) : 0;
      }
      return sum;
    }
  }
}

package io.callsheet.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.callsheet.ledger.Answer;
import io.callsheet.ledger.SubmitRow;
import io.callsheet.model.Credits;
import io.callsheet.model.FailureClass;
import io.callsheet.provider.SubmitOutcome;
import io.callsheet.testing.LedgerFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceOfAFailedRowTest {
  @TempDir private Path folder;

  @Test
  void no_row_is_sent_between_a_failure_and_what_follows_from_it() throws Exception {
    try (LedgerFile file = LedgerFile.in(folder)) {
      SubmitDesk desk = new SubmitDesk(file, 3, Credits.of(1000), 3);
      desk.answer(
          request -> new SubmitOutcome.Refused(FailureClass.MODERATION, 400, "not this face"));
      List<SubmitRow> rows = desk.lane.claim(3);
      List<Answer> refused = new ArrayList<>();
      for (SubmitRow row : rows.subList(0, 2)) {
        refused.add(Objects.requireNonNull(desk.lane.work(row)));
      }
      CompletableFuture<@Nullable Answer> third = new CompletableFuture<>();
      Thread sender = new Thread(() -> sendInto(third, desk, rows.get(2)));

      desk.consequences.book(
          refused.stream().map(answer -> answer.attempt().rowNo()).toList(),
          () -> {
            desk.run.ledger().submits().record(desk.run.id(), refused);
            sender.start();
            await().until(() -> third.isDone() || sender.getState() == Thread.State.BLOCKED);
          });

      assertThat(third.get()).as("sent, though its image is held by now").isNull();
      assertThat(desk.run.state(3)).isEqualTo("NOT_RUN");
    }
  }

  private static void sendInto(
      CompletableFuture<@Nullable Answer> answer, SubmitDesk desk, SubmitRow row) {
    try {
      answer.complete(desk.lane.work(row));
    } catch (InterruptedException | RuntimeException e) {
      answer.completeExceptionally(e);
    }
  }
}

package io.callsheet.sandbox;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A task as the service shows it (vidgo-api, Status). */
record TaskData(
    String taskId,
    String status,
    int progress,
    String createdTime,
    @Nullable String errorMessage,
    List<ResultFile> files,
    @Nullable BigDecimal creditsAmount) {

  /** What a submit is answered. */
  record Accepted(String taskId, String status, String createdTime) {}

  /** One file of a finished task. */
  record ResultFile(String fileUrl, String fileType) {}

  private static final DateTimeFormatter CREATED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

  static Accepted accepted(Task task) {
    return new Accepted(task.id(), "not_started", CREATED.format(task.created()));
  }

  static TaskData of(Task task, Instant now, ResultLinks links) {
    boolean finished = task.isFinished(now);
    boolean ended = !now.isBefore(task.end());
    return new TaskData(
        task.id(),
        task.status(now),
        task.progress(now),
        CREATED.format(task.created()),
        ended ? task.failure() : null,
        finished
            ? List.of(new ResultFile(links.link(task.id(), now).toString(), "video"))
            : List.of(),
        finished ? task.price().toDecimal() : null);
  }
}

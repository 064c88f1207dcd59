package io.callsheet.report;

import io.callsheet.ledger.Attempt;
import io.callsheet.ledger.ReportRow;
import io.callsheet.model.AttemptState;
import io.callsheet.model.ChargeBasis;
import io.callsheet.model.Credits;
import io.callsheet.model.FailureClass;
import io.callsheet.model.NotRun;
import io.callsheet.model.PlanAction;
import io.callsheet.model.Resolution;
import io.callsheet.model.RowKey;
import io.callsheet.model.RowState;
import io.callsheet.model.Sha256;
import io.callsheet.model.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Rows as the ledger would hand them over. */
final class ReportRows {
  static final Sha256 SHA256 = new Sha256("ab".repeat(32));

  private ReportRows() {}

  static ReportRow succeeded(String... cells) {
    return rendered(Duration.ofMillis(8050), cells);
  }

  /** Its performance lasts 8.1 s. */
  static ReportRow rendered(Duration length, String... cells) {
    return new ReportRow(
        7,
        9,
        new RowKey("hero"),
        List.of(cells),
        "a.png",
        "b.mp4",
        Resolution.P720,
        "Käthe",
        "Sommer",
        RowState.SUCCEEDED,
        false,
        PlanAction.RENDER,
        null,
        null,
        null,
        "prompt changed",
        Duration.ofMillis(8100),
        Credits.of(81),
        "Sommer/hero.mp4",
        new TaskId("T2"),
        "https://files.example/T2.mp4",
        Credits.parse("72.5"),
        ChargeBasis.PROVIDER,
        SHA256,
        length,
        Instant.parse("2026-03-11T04:23:18.123Z"),
        Instant.parse("2026-03-11T04:28:18.999Z"),
        List.of(
            attempt(1, AttemptState.NOT_TAKEN, null),
            attempt(2, AttemptState.FAILED, "T1"),
            attempt(3, AttemptState.FINISHED, "T2")));
  }

  /** Nothing is paid: the render is of an earlier run. */
  static ReportRow reused(Duration length) {
    return sent(
        RowState.REUSED,
        PlanAction.REUSE,
        null,
        "the same as hero of spring-1",
        Credits.ZERO,
        Credits.ZERO,
        null,
        length,
        List.of());
  }

  static ReportRow inDoubt() {
    return sent(
        RowState.IN_DOUBT,
        PlanAction.RENDER,
        null,
        "HTTP 500",
        Credits.of(81),
        Credits.ZERO,
        null,
        null,
        List.of(attempt(1, AttemptState.FAILED, "T1"), attempt(2, AttemptState.DOUBT, null)));
  }

  static ReportRow writtenOff() {
    return sent(
        RowState.FAILED,
        PlanAction.RENDER,
        FailureClass.LOST,
        "written off by hand; booked at the estimate",
        Credits.of(81),
        Credits.of(81),
        ChargeBasis.ASSUMED,
        null,
        List.of(attempt(1, AttemptState.WRITTEN_OFF, null)));
  }

  static ReportRow failed() {
    return sent(
        RowState.FAILED,
        PlanAction.RENDER,
        FailureClass.PROVIDER,
        "crashed",
        Credits.of(81),
        Credits.ZERO,
        null,
        null,
        List.of(attempt(1, AttemptState.FAILED, "T1"), attempt(2, AttemptState.FAILED, "T2")));
  }

  private static ReportRow sent(
      RowState state,
      PlanAction action,
      FailureClass failure,
      String reason,
      Credits estimate,
      Credits charged,
      ChargeBasis basis,
      Duration length,
      List<Attempt> attempts) {
    return new ReportRow(
        8,
        10,
        new RowKey("row"),
        List.of(),
        "a.png",
        "b.mp4",
        Resolution.P720,
        "C",
        "D",
        state,
        false,
        action,
        null,
        failure,
        reason,
        null,
        Duration.ofMillis(8100),
        estimate,
        "row.mp4",
        null,
        null,
        charged,
        basis,
        null,
        length,
        null,
        null,
        attempts);
  }

  static ReportRow rejected(String problem, String... cells) {
    return unrendered(RowState.REJECTED, PlanAction.REJECT, null, problem, cells);
  }

  static ReportRow notRun(NotRun why, String... cells) {
    return unrendered(RowState.NOT_RUN, PlanAction.OVER_CAP, why, null, cells);
  }

  private static ReportRow unrendered(
      RowState state, PlanAction action, NotRun why, String reason, String... cells) {
    return new ReportRow(
        8,
        10,
        new RowKey("other"),
        List.of(cells),
        "a.png",
        null,
        null,
        "",
        "",
        state,
        false,
        action,
        why,
        null,
        reason,
        null,
        Duration.ofSeconds(5),
        Credits.of(45),
        null,
        null,
        null,
        Credits.ZERO,
        null,
        null,
        null,
        null,
        null,
        List.of());
  }

  private static Attempt attempt(long no, AttemptState state, String task) {
    return new Attempt(
        7,
        no,
        state,
        1,
        "token" + no,
        "00",
        Credits.of(81),
        "https://api.example",
        task == null ? null : new TaskId(task),
        null,
        Instant.EPOCH);
  }
}

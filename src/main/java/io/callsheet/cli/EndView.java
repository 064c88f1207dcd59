package io.callsheet.cli;

import io.callsheet.lane.Pause;
import io.callsheet.lane.RunControl;
import io.callsheet.ledger.AuditBook;
import io.callsheet.ledger.LateTask;
import io.callsheet.ledger.Ledger;
import io.callsheet.ledger.Quarantined;
import io.callsheet.ledger.ReportBook;
import io.callsheet.ledger.ReportBook.Reason;
import io.callsheet.ledger.RowCounts;
import io.callsheet.ledger.Run;
import io.callsheet.model.Credits;
import io.callsheet.model.ExitCode;
import io.callsheet.model.Rate;
import io.callsheet.model.RowState;
import io.callsheet.model.RunId;
import io.callsheet.report.Summary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an execution ended, and what to do next. */
final class EndView {
  private static final int MOST_REASONS = 10;

  private final Ledger ledger;
  private final RunId run;
  private final Path output;
  private final Terminal terminal;

  EndView(Ledger ledger, RunId run, Path output, Terminal terminal) {
    this.ledger = ledger;
    this.run = run;
    this.output = output;
    this.terminal = terminal;
  }

  void print(ExitCode exit, RunControl control) {
    switch (exit) {
      case REFUSED -> terminal.error(reason(control) + " (exit " + exit.code() + ")");
      case INTERNAL -> {
        rows();
        terminal.error(
            "internal failure: " + reason(control) + "; go on with: callsheet resume " + run);
      }
      case HELD -> terminal.error(reason(control));
      case STOPPED -> {
        rows();
        terminal.say("  stopped; go on with: callsheet resume " + run);
      }
      case PAUSED -> {
        money(exit);
        terminal.error("paused: " + reason(control) + next(control));
      }
      case DECISION -> {
        money(exit);
        DoubtView.print(ledger, run, terminal);
      }
      case DONE, UNSUCCESSFUL -> {
        money(exit);
        files();
      }
    }
  }

  private static String reason(RunControl control) {
    return control.pause().map(Pause::message).orElse("");
  }

  private String next(RunControl control) {
    return switch (control.pause().map(Pause::kind).orElse(Pause.Kind.INTERNAL)) {
      // Their messages say how to go on.
      case APPROVAL, TOLERATED -> "";
      case CREDITS -> "; top up, then: callsheet resume " + run;
      case KEY -> "; set another key, then: callsheet resume " + run;
      default -> "; once that is mended: callsheet resume " + run;
    };
  }

  private void rows() {
    rows("");
  }

  private void rows(String unexplained) {
    RowCounts rows = ledger.counts(run);
    List<String> parts = new ArrayList<>();
    for (RowState state : RowState.values()) {
      if (rows.of(state) > 0) {
        parts.add(rows.of(state) + " " + state.word().replace('-', ' '));
      }
    }
    terminal.say("%s: %s%s".formatted(run, String.join(", ", parts), unexplained));
  }

  private void reasons(RowState state, String heading) {
    List<Reason> reasons = ledger.reports().reasons(run, state, MOST_REASONS + 1);
    for (Reason reason : reasons.subList(0, Math.min(MOST_REASONS, reasons.size()))) {
      terminal.sayWrapped("  ", "%s %s: %s".formatted(reason.key(), heading, reason.text()));
    }
    if (reasons.size() > MOST_REASONS) {
      terminal.say("  … more in " + Words.path(output.resolve("results.csv")));
    }
  }

  private void held() {
    for (Quarantined bad : ledger.quarantines().open(run)) {
      terminal.sayWrapped("  HELD     ", HeldView.line(run, bad));
    }
  }

  private void money(ExitCode exit) {
    Summary summary = Summary.of(ledger, run, exit.code());
    Summary.Balance balance = summary.balance();
    rows(unexplained(balance));
    if (exit != ExitCode.PAUSED) {
      reasons(RowState.FAILED, "failed");
    }
    if (exit == ExitCode.DONE || exit == ExitCode.UNSUCCESSFUL) {
      reasons(RowState.REJECTED, "rejected");
    }
    shorts();
    held();
    spend(summary);
    if (balance != null) {
      terminal.say(
          "  balance  %s before, %s after, %s unexplained"
              .formatted(balance.opening(), balance.closing(), balance.unexplained()));
    }
    if (balance != null && balance.isOff()) {
      new CandidateView(summary).print(terminal);
    }
  }

  private static String unexplained(Summary.@Nullable Balance balance) {
    return balance != null && balance.isOff()
        ? "; " + balance.unexplained() + " credits are unexplained"
        : "";
  }

  private void shorts() {
    ReportBook.Shorts found = ledger.reports().shorts(run, Rate.VIDGO);
    if (found.videos() == 0) {
      return;
    }
    terminal.sayWrapped(
        "  SHORT    ",
        "%s early: %s s of %s s, billed %s s; results.csv says which"
            .formatted(
                found.videos() == 1 ? "1 video ends" : found.videos() + " videos end",
                Words.seconds(found.rendered()),
                Words.seconds(found.expected()),
                Words.seconds(found.billed())));
    terminal.say(
        "           to render and pay again: callsheet redrive " + run + " --short --force");
  }

  private void late() {
    for (LateTask late : ledger.lates().all(run)) {
      Credits adjusted = late.adjusted();
      String what =
          adjusted == null
              ? "how it ends is not known yet"
              : "its true cost is booked: %s credits instead of %s"
                  .formatted(late.booked().plus(adjusted), late.booked());
      terminal.say(
          "  LATE     task %s of row %s was taken after all; %s"
              .formatted(late.task(), late.key(), what));
    }
  }

  private void spend(Summary summary) {
    late();
    AuditBook.Overbilled above = summary.overbilled();
    if (above.rows() > 0) {
      terminal.say(
          "  ABOVE    %s billed %s credits above what was reserved; booked as billed, see spend.csv"
              .formatted(
                  above.rows() == 1 ? "1 row was" : above.rows() + " rows were", above.credits()));
    }
    Run now = summary.run();
    terminal.say(
        "  charged  %s credits (%s) of the cap of %s%s"
            .formatted(
                now.charged(),
                Words.usd(now.charged()),
                now.cap(),
                now.reserved().isZero() ? "" : "; " + now.reserved() + " still reserved"));
  }

  private void files() {
    terminal.say("  videos   " + Words.path(output.resolve("videos")));
    terminal.say(
        "  reports  "
            + Words.path(output.resolve("results.xlsx"))
            + ", results.csv, spend.csv, summary.json");
  }
}

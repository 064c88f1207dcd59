package io.callsheet.cli;

import io.callsheet.lane.Pause;
import io.callsheet.lane.RunControl;
import io.callsheet.ledger.Attempt;
import io.callsheet.ledger.Ledger;
import io.callsheet.ledger.Quarantined;
import io.callsheet.ledger.ReportBook;
import io.callsheet.ledger.ReportBook.Reason;
import io.callsheet.ledger.RowCounts;
import io.callsheet.ledger.Run;
import io.callsheet.model.ExitCode;
import io.callsheet.model.Rate;
import io.callsheet.model.RowState;
import io.callsheet.model.RunId;
import io.callsheet.report.Summary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
        rows();
        held();
        money(exit);
        terminal.error("paused: " + reason(control) + "; then: callsheet resume " + run);
      }
      case DECISION -> {
        rows();
        reasons(RowState.FAILED, "failed");
        shorts();
        held();
        spend(Summary.of(ledger, run, exit.code()));
        DoubtView.print(ledger, run, terminal);
      }
      case DONE, UNSUCCESSFUL -> {
        rows();
        reasons(RowState.FAILED, "failed");
        reasons(RowState.REJECTED, "rejected");
        shorts();
        held();
        money(exit);
        files();
      }
    }
  }

  private static String reason(RunControl control) {
    return control.pause().map(Pause::message).orElse("");
  }

  private void rows() {
    RowCounts rows = ledger.counts(run);
    List<String> parts = new ArrayList<>();
    for (RowState state : RowState.values()) {
      if (rows.of(state) > 0) {
        parts.add(rows.of(state) + " " + state.word().replace('-', ' '));
      }
    }
    terminal.say("%s: %s".formatted(run, String.join(", ", parts)));
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
    spend(summary);
    Summary.Balance balance = summary.balance();
    if (balance != null) {
      terminal.say(
          "  balance  %s before, %s after, %s unexplained"
              .formatted(balance.opening(), balance.closing(), balance.unexplained()));
    }
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
    for (Attempt attempt : ledger.doubts().late(run)) {
      terminal.say(
          "  LATE     task %s of row number %d was taken after all, and may be charged as well"
              .formatted(attempt.task(), attempt.rowNo()));
    }
  }

  private void spend(Summary summary) {
    late();
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

package io.callsheet.cli;

import io.callsheet.ledger.Attempt;
import io.callsheet.ledger.Doubt;
import io.callsheet.ledger.Ledger;
import io.callsheet.model.RunId;
import io.callsheet.report.Summary;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The rows that need a decision, what is known of each, and how to decide: one screen. */
final class DoubtView {
  private static final int MOST = 8;

  private DoubtView() {}

  static void print(Ledger ledger, RunId run, Terminal terminal) {
    List<Doubt> doubts = ledger.doubts().open(run);
    if (doubts.isEmpty()) {
      terminal.say(run + ": no row is in doubt or overdue");
      return;
    }
    terminal.say("%s: %s to decide on".formatted(run, Words.rows(doubts.size())));
    for (Doubt doubt : doubts.subList(0, Math.min(MOST, doubts.size()))) {
      row(doubt, terminal);
    }
    if (doubts.size() > MOST) {
      terminal.say("  and %d more, all in results.csv".formatted(doubts.size() - MOST));
    }
    balance(ledger, run, terminal);
    terminal.say("  look at the service's own list of tasks, then close each row with one of:");
    terminal.say("    callsheet resolve %s ROW --task ID      it is there".formatted(run));
    terminal.say(
        "    callsheet resolve %s ROW --not-taken    it is not: send it again".formatted(run));
    terminal.say(
        "    callsheet resolve %s ROW --write-off    give it up, at the estimate".formatted(run));
    terminal.say("  and go on with: callsheet resume " + run);
  }

  private static void row(Doubt doubt, Terminal terminal) {
    Attempt attempt = doubt.attempt();
    String answer = attempt.message() == null ? "no answer" : attempt.message();
    terminal.say(
        "  %s  %s, %s credits held"
            .formatted(
                doubt.key(),
                doubt.overdue() ? "overdue, task " + attempt.task() : "in doubt",
                attempt.reserved()));
    terminal.sayWrapped(
        "    sent      ",
        "%s: %s + %s"
            .formatted(
                attempt.intentAt().truncatedTo(ChronoUnit.SECONDS),
                doubt.character(),
                doubt.performance()));
    terminal.sayWrapped(
        "    answered  ",
        "%s%s".formatted(doubt.http() == 0 ? "" : "HTTP " + doubt.http() + " ", answer));
    terminal.say("    callback  token " + attempt.token());
  }

  /** With nothing else in flight the account itself is evidence. */
  private static void balance(Ledger ledger, RunId run, Terminal terminal) {
    Summary.Balance balance = Summary.of(ledger, run, 0).balance();
    if (balance != null) {
      terminal.sayWrapped(
          "  balance  ",
          "%s before, %s after; %s credits left the account that no finished row explains"
              .formatted(balance.opening(), balance.closing(), balance.unexplained()));
    }
  }
}

package io.callsheet.cli;

import io.callsheet.ledger.EstimateBook.Share;
import io.callsheet.ledger.EstimateBook.Spender;
import io.callsheet.ledger.EstimateBook.Spenders;
import io.callsheet.ledger.PlanBook.ActionTotal;
import io.callsheet.model.Credits;
import io.callsheet.model.PlanAction;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** What a run will do and cost, before it does. */
final class PlanView {
  /** Of clients and of campaigns, each. */
  static final int MOST_SPENDERS = 6;

  private static final int MOST_NOTES = 5;
  private static final int WIDEST_NAME = 32;
  private static final String HEAD = "  %-10s  ";

  private final PlanFigures plan;
  private final ProblemTable problems;
  private final Path output;
  private final Clock clock;
  private final Terminal terminal;

  PlanView(PlanFigures plan, ProblemTable problems, Path output, Clock clock, Terminal terminal) {
    this.plan = plan;
    this.problems = problems;
    this.output = output;
    this.clock = clock;
    this.terminal = terminal;
  }

  void print() {
    terminal.say("%s: the plan for %s".formatted(plan.run().id(), Words.rows(plan.rows())));
    terminal.say("");
    actions();
    spenders();
    say("upload", upload());
    say(
        "spend",
        "%s of the cap of %s credits"
            .formatted(Words.number(plan.planned()), Words.number(plan.run().cap())));
    say("balance", balance());
    if (!plan.lasts().isZero()) {
      say("time", time());
    }
    say("row by row", Words.path(output.resolve("plan.csv")));
    notes();
    problems.print(terminal, output.resolve("rejected.csv"));
  }

  private void notes() {
    List<String> notes = plan.notes();
    int shown = notes.size() <= MOST_NOTES ? notes.size() : MOST_NOTES - 1;
    notes.subList(0, shown).forEach(note -> say("note", note));
    if (notes.size() > shown) {
      say("", "… and more notes");
    }
  }

  private void say(String what, String text) {
    terminal.sayWrapped(HEAD.formatted(what), text);
  }

  private void actions() {
    Grid grid = new Grid("lrlrr");
    plan.actions()
        .forEach(
            (action, total) -> {
              String what = "%-10s".formatted(action.word());
              if (action == PlanAction.RENDER) {
                grid.line(
                    what,
                    rowCell(total.rows()),
                    Words.length(Duration.ofMillis(total.millis())) + " of video",
                    Words.number(total.credits()) + " credits",
                    Words.usd(total.credits()));
              } else {
                grid.line(what, rowCell(total.rows()), meaning(action, total));
              }
            });
    grid.lines().forEach(terminal::say);
  }

  private static String meaning(PlanAction action, ActionTotal total) {
    return switch (action) {
      case RENDER, REJECT -> "";
      case REUSE -> "nothing to pay";
      case SKIP -> "left out";
      case OVER_CAP -> Words.number(total.credits()) + " credits short";
    };
  }

  private void spenders() {
    terminal.say("");
    Grid grid = new Grid("llrr");
    plan.spenders().forEach((by, spenders) -> spenders(grid, by, spenders));
    List<String> lines = grid.lines();
    lines.forEach(terminal::say);
    if (!lines.isEmpty()) {
      terminal.say("");
    }
  }

  private void spenders(Grid grid, Spender by, Spenders spenders) {
    List<Share> largest = spenders.largest();
    if (largest.isEmpty() || (largest.size() == 1 && largest.get(0).name().isEmpty())) {
      return;
    }
    // One more line than "and 1 more" takes none.
    int shown = spenders.all() <= MOST_SPENDERS ? largest.size() : MOST_SPENDERS - 1;
    String what = "%-10s".formatted(by.word());
    long rows = 0;
    Credits credits = Credits.ZERO;
    for (Share share : largest.subList(0, shown)) {
      String name = share.name().isEmpty() ? "(none)" : Wrap.cut(share.name(), WIDEST_NAME);
      line(grid, what, name, share.rows(), share.credits());
      what = "";
      rows += share.rows();
      credits = credits.plus(share.credits());
    }
    if (spenders.all() > shown) {
      ActionTotal all = plan.actions().get(PlanAction.RENDER);
      long others = all == null ? 0 : all.rows() - rows;
      String more = "and " + Words.number(spenders.all() - shown) + " more";
      line(grid, "", more, others, plan.planned().minus(credits));
    }
  }

  private static void line(Grid grid, String what, String name, long rows, Credits credits) {
    grid.line(what, name, rowCell(rows), Words.number(credits) + " credits");
  }

  /** The words stand below each other too. */
  private static String rowCell(long rows) {
    return Words.number(rows) + (rows == 1 ? " row " : " rows");
  }

  private String upload() {
    long files = plan.upload().files();
    if (files == 0) {
      return "nothing";
    }
    return "%s %s, %s; what the bucket has already is not sent again"
        .formatted(
            Words.number(files), files == 1 ? "file" : "files", Words.bytes(plan.upload().bytes()));
  }

  private String balance() {
    if (!(plan.account() instanceof Account.Holds account)) {
      return "not known: " + ((Account.Unknown) plan.account()).why();
    }
    Credits after = account.credits().minus(plan.planned());
    return after.compareTo(Credits.ZERO) >= 0
        ? "%s credits now, %s after".formatted(Words.number(account.credits()), Words.number(after))
        : "%s credits now, %s short of this plan"
            .formatted(Words.number(account.credits()), Words.number(after.negated()));
  }

  private String time() {
    return "about %s, until %s if it started now"
        .formatted(Words.about(plan.lasts()), Words.until(plan.lasts(), clock));
  }
}

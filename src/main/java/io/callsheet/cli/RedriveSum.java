package io.callsheet.cli;

import io.callsheet.ledger.Redrivable;
import io.callsheet.model.Credits;
import io.callsheet.model.NotRun;
import io.callsheet.model.Rate;
import io.callsheet.model.Rounding;
import io.callsheet.model.RunId;
import java.util.ArrayList;
import java.util.List;

/** Adds up rows that are to run again, in manifest order, and keeps the first of them. */
final class RedriveSum {
  private static final int MOST_SHOWN = 50;

  private final Rounding rounding;
  private final List<String> shown = new ArrayList<>();
  private long rows;
  private Credits cost = Credits.ZERO;
  private long mark;

  RedriveSum(Rounding rounding) {
    this.rounding = rounding;
  }

  void add(Redrivable row) {
    Credits one = row.cost(Rate.VIDGO, rounding);
    cost = one == null ? cost : cost.plus(one);
    rows++;
    mark = 31 * mark + row.hashCode();
    if (shown.size() < MOST_SHOWN) {
      String video = row.isShort() ? "has a short video" : "has a video";
      String why = row.isDelivered() ? video + ": PAYS AGAIN" : reason(row);
      shown.add("  %-24s %6s credits  %s".formatted(row.key(), one == null ? "?" : one, why));
    }
  }

  Total total() {
    return new Total(rows, cost, List.copyOf(shown), mark);
  }

  private static String reason(Redrivable row) {
    NotRun notRun = row.notRun();
    String what =
        row.failure() != null
            ? row.failure().word()
            : notRun != null ? notRun.word() : row.state().word();
    return row.reason() == null ? what : what + ": " + row.reason();
  }

  /**
   * What the rows come to.
   *
   * @param shown what is said of the first of them
   * @param mark of all of them: another one if they are other rows, or stand elsewhere
   */
  record Total(long rows, Credits cost, List<String> shown, long mark) {
    void tell(RunId run, Terminal terminal) {
      terminal.say(
          "%s: %s again, for up to %s credits (%s)"
              .formatted(run, Words.rows(rows), cost, Words.usd(cost)));
      shown.forEach(terminal::say);
      if (rows > shown.size()) {
        terminal.say("  and %d more".formatted(rows - shown.size()));
      }
    }
  }
}

package io.callsheet.cli;

import io.callsheet.ledger.Ledger;
import io.callsheet.ledger.Redrivable;
import io.callsheet.model.Credits;
import io.callsheet.model.FailureClass;
import io.callsheet.model.Rate;
import io.callsheet.model.Rounding;
import io.callsheet.model.RunId;
import io.callsheet.plan.Selection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which ended rows are to run again.
 *
 * @param classes of failure; empty for all
 * @param shorts only those whose video is shorter than it should be
 * @param force also those that an ordinary redrive leaves alone
 * @param yes whether the person has agreed already
 */
record Redrive(
    Selection rows, Set<FailureClass> classes, boolean shorts, boolean force, boolean yes) {
  private static final int MOST_SHOWN = 50;

  Redrive {
    classes = Set.copyOf(classes);
  }

  static Redrive of(
      @Nullable String rows, List<String> classes, boolean shorts, boolean force, boolean yes) {
    if (shorts && !force) {
      throw UserError.refused(
          "--short names rows that have a video: they are paid again; to agree add --force");
    }
    Set<FailureClass> wanted = EnumSet.noneOf(FailureClass.class);
    for (String word : classes) {
      wanted.add(
          FailureClass.find(word)
              .orElseThrow(
                  () ->
                      UserError.refused(
                          "--class "
                              + word
                              + " is no class of failure; there are provider, media, moderation,"
                              + " request and lost")));
    }
    try {
      return new Redrive(
          rows == null ? Selection.ALL : Selection.of(rows, null), wanted, shorts, force, yes);
    } catch (IllegalArgumentException e) {
      throw UserError.refused(String.valueOf(e.getMessage()));
    }
  }

  List<Redrivable> choose(Ledger ledger, RunId run) {
    return ledger.redrives().ended(run).stream().filter(this::takes).toList();
  }

  private boolean takes(Redrivable row) {
    if (!rows.names(row.no(), row.key())) {
      return false;
    }
    if (shorts) {
      return row.isShort();
    }
    if (!classes.isEmpty() && (row.failure() == null || !classes.contains(row.failure()))) {
      return false;
    }
    if (row.isDelivered()) {
      return force && rows.isNamed();
    }
    return row.isOrdinary() || (force && row.failure() != null);
  }

  /** Says which rows, why, and what it will cost. */
  void announce(RunId run, List<Redrivable> chosen, Rounding rounding, Terminal terminal) {
    Credits cost =
        chosen.stream()
            .map(row -> row.cost(Rate.VIDGO, rounding))
            .filter(Objects::nonNull)
            .reduce(Credits.ZERO, Credits::plus);
    terminal.say(
        "%s: %s again, for up to %s credits (%s)"
            .formatted(run, Words.rows(chosen.size()), cost, Words.usd(cost)));
    for (Redrivable row : chosen.subList(0, Math.min(MOST_SHOWN, chosen.size()))) {
      Credits one = row.cost(Rate.VIDGO, rounding);
      String video = row.isShort() ? "has a short video" : "has a video";
      String why = row.isDelivered() ? video + ": PAYS AGAIN" : reason(row);
      terminal.say("  %-24s %6s credits  %s".formatted(row.key(), one == null ? "?" : one, why));
    }
    if (chosen.size() > MOST_SHOWN) {
      terminal.say("  and %d more".formatted(chosen.size() - MOST_SHOWN));
    }
  }

  private static String reason(Redrivable row) {
    String what =
        row.failure() != null
            ? row.failure().word()
            : row.notRun() != null ? row.notRun().word() : row.state().word();
    return row.reason() == null ? what : what + ": " + row.reason();
  }
}

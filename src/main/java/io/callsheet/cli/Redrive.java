package io.callsheet.cli;

import io.callsheet.ledger.Asset;
import io.callsheet.ledger.Ledger;
import io.callsheet.ledger.Quarantined;
import io.callsheet.ledger.Redrivable;
import io.callsheet.model.Credits;
import io.callsheet.model.FailureClass;
import io.callsheet.model.NotRun;
import io.callsheet.model.Rate;
import io.callsheet.model.Rounding;
import io.callsheet.model.RunId;
import io.callsheet.plan.Selection;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which ended rows are to run again.
 *
 * @param classes of failure; empty for all
 * @param shorts only those whose video is shorter than it should be
 * @param assets only rows with one of these files, by name or SHA-256, which are trusted again;
 *     empty: all rows without a file in quarantine
 * @param force also those that an ordinary redrive leaves alone
 * @param yes whether the person has agreed already
 */
record Redrive(
    Selection rows,
    Set<FailureClass> classes,
    List<String> assets,
    boolean shorts,
    boolean force,
    boolean yes) {
  private static final int MOST_SHOWN = 50;

  Redrive {
    classes = Set.copyOf(classes);
    assets = List.copyOf(assets);
  }

  static Redrive of(
      @Nullable String rows,
      List<String> classes,
      List<String> assets,
      boolean shorts,
      boolean force,
      boolean yes) {
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
          rows == null ? Selection.ALL : Selection.of(rows, null, false),
          wanted,
          assets,
          shorts,
          force,
          yes);
    } catch (IllegalArgumentException e) {
      throw UserError.refused(String.valueOf(e.getMessage()));
    }
  }

  Choice choose(Ledger ledger, RunId run) {
    Set<Redrivable.Used> used = new HashSet<>();
    if (!assets.isEmpty()) {
      ledger.redrives().ended(run, row -> used.addAll(row.assets()));
    }
    Set<Asset> named = AssetNames.find(run, assets, used);
    List<Quarantined> held =
        ledger.quarantines().open(run).stream()
            .filter(bad -> !named.contains(bad.asset()))
            .toList();
    List<Redrivable> chosen = new ArrayList<>();
    ledger
        .redrives()
        .ended(
            run,
            row -> {
              if (takes(row)
                  && (named.isEmpty() || named.stream().anyMatch(row::uses))
                  && held.stream().noneMatch(bad -> row.uses(bad.asset()))) {
                chosen.add(row);
              }
            });
    return new Choice(chosen, named, held);
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

  /** Says which rows, why, and what it will cost; and which are left in quarantine. */
  void announce(RunId run, Choice choice, Rounding rounding, Terminal terminal) {
    List<Redrivable> chosen = choice.rows();
    if (chosen.isEmpty()) {
      terminal.say(
          run
              + (shorts
                  ? ": no video is shorter than it should be"
                  : force
                      ? ": no row to run again"
                      : ": no row to run again; rows that failed for good need --force"));
    } else {
      price(run, chosen, rounding, terminal);
    }
    for (Quarantined bad : choice.held()) {
      terminal.sayWrapped("  ", HeldView.line(run, bad));
    }
  }

  private static void price(
      RunId run, List<Redrivable> chosen, Rounding rounding, Terminal terminal) {
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
    NotRun notRun = row.notRun();
    String what =
        row.failure() != null
            ? row.failure().word()
            : notRun != null ? notRun.word() : row.state().word();
    return row.reason() == null ? what : what + ": " + row.reason();
  }

  /**
   * @param named files that are trusted again
   * @param held assets that stay in quarantine
   */
  record Choice(List<Redrivable> rows, Set<Asset> named, List<Quarantined> held) {}
}

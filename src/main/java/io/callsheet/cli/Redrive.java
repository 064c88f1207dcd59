package io.callsheet.cli;

import io.callsheet.ledger.Asset;
import io.callsheet.ledger.Ledger;
import io.callsheet.ledger.Quarantined;
import io.callsheet.ledger.Redrivable;
import io.callsheet.ledger.RowCounts;
import io.callsheet.ledger.Run;
import io.callsheet.model.FailureClass;
import io.callsheet.model.Rounding;
import io.callsheet.model.RowState;
import io.callsheet.model.RunId;
import io.callsheet.model.RunPhase;
import io.callsheet.plan.Selection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
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
  /** Of files that are known, to tell what a misspelt name may mean. */
  private static final int MOST_KNOWN = 10_000;

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

  /** Looks at every ended row and keeps none of them. */
  Choice choose(Ledger ledger, RunId run, Rounding rounding) {
    Set<Redrivable.Used> known = new HashSet<>();
    if (!assets.isEmpty()) {
      ledger.redrives().ended(run, row -> know(row, known));
    }
    Set<Asset> named = AssetNames.find(run, assets, known);
    List<Quarantined> held =
        ledger.quarantines().open(run).stream()
            .filter(bad -> !named.contains(bad.asset()))
            .toList();
    Predicate<Redrivable> chosen = chosen(named, held);
    RedriveSum sum = new RedriveSum(rounding);
    ledger
        .redrives()
        .ended(
            run,
            row -> {
              if (chosen.test(row)) {
                sum.add(row);
              }
            });
    return new Choice(sum.total(), named, held);
  }

  /** The rows of a choice, one by one. */
  Predicate<Redrivable> chosen(Choice choice) {
    return chosen(choice.named(), choice.held());
  }

  private Predicate<Redrivable> chosen(Set<Asset> named, List<Quarantined> held) {
    return row ->
        takes(row)
            && (named.isEmpty() || named.stream().anyMatch(row::uses))
            && held.stream().noneMatch(bad -> row.uses(bad.asset()));
  }

  private void know(Redrivable row, Set<Redrivable.Used> known) {
    row.assets().stream()
        .filter(used -> known.size() < MOST_KNOWN || AssetNames.isMeant(assets, used))
        .forEach(known::add);
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
  void announce(Run run, RowCounts counts, Choice choice, Terminal terminal) {
    if (choice.total().rows() == 0) {
      terminal.say(run.id() + ": " + nothing(run, counts));
    } else {
      choice.total().tell(run.id(), terminal);
    }
    for (Quarantined bad : choice.held()) {
      terminal.sayWrapped("  ", HeldView.line(run.id(), bad));
    }
  }

  private String nothing(Run run, RowCounts counts) {
    long undecided = counts.of(RowState.IN_DOUBT) + counts.overdue();
    if (undecided > 0 && counts.open() == counts.overdue()) {
      return "no row to run again; the rows in doubt or overdue need a decision: callsheet resolve "
          + run.id();
    }
    if (run.phase() != RunPhase.ENDED) {
      return "no row to run again; it has not ended, go on with: callsheet resume " + run.id();
    }
    return shorts
        ? "no video is shorter than it should be"
        : force
            ? "no row to run again"
            : "no row to run again; rows that failed for good need --force";
  }

  /**
   * @throws UserError if rows would be paid again and the person has not said so in so many words
   */
  void checkForce() {
    if (shorts && !force) {
      throw UserError.refused("nothing was started; these rows are paid again: to agree, --force");
    }
  }

  /**
   * @param named files that are trusted again
   * @param held assets that stay in quarantine
   */
  record Choice(RedriveSum.Total total, Set<Asset> named, List<Quarantined> held) {}
}

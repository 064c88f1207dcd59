package io.callsheet.cli;

import io.callsheet.ledger.Doubt;
import io.callsheet.ledger.Ledger;
import io.callsheet.model.RowKey;
import io.callsheet.model.RunId;
import io.callsheet.model.TaskId;
import io.callsheet.provider.StatusOutcome;
import io.callsheet.provider.vidgo.VidgoTimeouts;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Carries out a person's decision on rows in doubt or overdue. */
final class Resolution {
  private final Ledger ledger;
  private final RunId run;
  private final Workplace workplace;

  Resolution(Ledger ledger, RunId run, Workplace workplace) {
    this.ledger = ledger;
    this.run = run;
    this.workplace = workplace;
  }

  /** The rows that are meant; each of them must need a decision. */
  List<Doubt> chosen(List<String> names, boolean all) {
    List<Doubt> open = ledger.doubts().open(run);
    if (all == !names.isEmpty()) {
      throw UserError.refused("name the rows to resolve, or --all of them");
    }
    if (all) {
      return open;
    }
    List<Doubt> chosen = new ArrayList<>();
    for (String name : names) {
      chosen.add(
          open.stream()
              .filter(doubt -> doubt.key().equals(new RowKey(name)))
              .findFirst()
              .orElseThrow(
                  () -> UserError.refused("row " + name + " of " + run + " needs no decision")));
    }
    return chosen;
  }

  void task(List<Doubt> rows, String id, BackgroundServices services) {
    if (rows.size() != 1 || rows.get(0).overdue()) {
      throw UserError.refused("--task closes one row in doubt; name exactly one");
    }
    Doubt doubt = rows.get(0);
    TaskId task = new TaskId(id);
    if (ledger.doubts().isTaskUsed(doubt.attempt().origin(), task)) {
      throw UserError.refused("task " + id + " belongs to another row already");
    }
    StatusOutcome status = services.get().service().status(task);
    boolean known =
        status instanceof StatusOutcome.Working
            || status instanceof StatusOutcome.Finished
            || status instanceof StatusOutcome.Failed;
    if (!known) {
      throw UserError.refused(
          "the service does not confirm task "
              + id
              + (status instanceof StatusOutcome.NoAnswer no ? ": " + no.message() : ""));
    }
    ledger.doubts().adopt(run, doubt, task);
    say(doubt, "is task " + id + " now");
  }

  /** Refused while the POST may still be on its way. */
  void notTaken(List<Doubt> rows) {
    Duration life = VidgoTimeouts.DEFAULT.connect().plus(VidgoTimeouts.DEFAULT.submit());
    Instant now = workplace.clock().instant();
    for (Doubt doubt : rows) {
      if (doubt.overdue()) {
        throw UserError.refused(
            "row " + doubt.key() + " has a task: it was taken; wait, or --write-off");
      }
      Instant safe = doubt.attempt().intentAt().plus(life);
      if (now.isBefore(safe)) {
        throw UserError.refused(
            "row %s was sent less than %d s ago and may still arrive; try again at %s"
                .formatted(
                    doubt.key(),
                    life.toSeconds(),
                    safe.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1)));
      }
    }
    for (Doubt doubt : rows) {
      if (ledger.doubts().notTaken(run, doubt)) {
        say(doubt, "will be sent again");
      }
    }
  }

  void writeOff(List<Doubt> rows) {
    for (Doubt doubt : rows) {
      if (ledger.doubts().writeOff(run, doubt)) {
        say(doubt, "is lost, booked at " + doubt.attempt().reserved() + " credits (assumed)");
      }
    }
  }

  private void say(Doubt doubt, String what) {
    workplace.terminal().say("  " + doubt.key() + " " + what);
  }
}

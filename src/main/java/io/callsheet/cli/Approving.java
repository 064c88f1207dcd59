package io.callsheet.cli;

import io.callsheet.job.Job;
import io.callsheet.ledger.Ledger;
import io.callsheet.ledger.Run;
import io.callsheet.model.Credits;

/** Writes down who lets a planned run spend. */
record Approving(Ledger ledger, PlanGuard guard, Job job, Terminal terminal) {

  void approve(Run run, String by) {
    if (by.isBlank()) {
      throw UserError.refused("--by needs the name of whoever approves");
    }
    switch (run.phase()) {
      case PLANNED -> approvePlan(run, by.strip());
      case PLANNING ->
          throw UserError.refused(
              "%s has no plan to approve yet; make it with: callsheet plan %s"
                  .formatted(run.id(), Words.path(run.jobFile())));
      case RUNNING ->
          throw UserError.refused(
              "%s is past its approval: it is rendering, or waits for: callsheet resume %s"
                  .formatted(run.id(), run.id()));
      case CLOSING, ENDED, REFUSED, DISCARDED ->
          throw UserError.refused(
              "%s is %s; only a planned run waits for approval"
                  .formatted(run.id(), Words.phase(run.phase())));
    }
  }

  private void approvePlan(Run run, String by) {
    String next = "; go on with: " + resume(run);
    Run.Approval earlier = run.approval();
    if (earlier != null) {
      terminal.say(
          "%s: %s approved it already, on %s%s"
              .formatted(run.id(), earlier.by(), Words.time(earlier.at()), next));
      return;
    }
    guard.holdForApproval(run);
    Credits planned = ledger.plans().planned(run.id());
    ledger.runs().approve(run.id(), by, planned);
    terminal.say(
        "%s: %s credits (%s) approved by %s%s"
            .formatted(run.id(), planned, Words.usd(planned), by, next));
  }

  /** With the plan's cap where the job file has another: each execution reads it anew. */
  private String resume(Run run) {
    String cap = run.cap().equals(job.spend().cap()) ? "" : " --cap " + run.cap();
    return "callsheet resume " + run.id() + cap;
  }
}

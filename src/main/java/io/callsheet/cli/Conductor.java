package io.callsheet.cli;

import io.callsheet.job.Job;
import io.callsheet.job.ManifestSource;
import io.callsheet.ledger.Doubt;
import io.callsheet.ledger.Ledger;
import io.callsheet.ledger.Run;
import io.callsheet.model.ExitCode;
import io.callsheet.model.PlanBasis;
import io.callsheet.model.Rounding;
import io.callsheet.model.RunPhase;
import io.callsheet.model.Sha256;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the job and the run that a command means, and does it under the job's lease. */
final class Conductor {
  private final Workplace workplace;

  Conductor(Workplace workplace) {
    this.workplace = workplace;
  }

  ExitCode plan(RunOptions options, boolean json) {
    Job job = job(options);
    Wanted wanted = options.wanted();
    try (BackgroundServices services = BackgroundServices.open(workplace, job);
        Office office = workplace.open();
        Desk desk = Desk.take(workplace, office, job, options.label(), services)) {
      return desk.plan(wanted, json);
    }
  }

  ExitCode run(RunOptions options, boolean again, boolean yes) {
    Job job = job(options);
    Wanted wanted = options.wanted();
    try (BackgroundServices services = BackgroundServices.warm(workplace, job);
        Office office = workplace.open();
        Desk desk = Desk.take(workplace, office, job, options.label(), services)) {
      return desk.run(wanted, again, yes);
    }
  }

  ExitCode resume(String name, Overrides overrides) {
    try (Office office = workplace.open()) {
      Run run = office.run(name);
      if (run.phase() == RunPhase.ENDED) {
        workplace.terminal().say(run.id() + " has ended; there is nothing to carry on");
        return Desk.byRows(office.ledger(), run.id());
      }
      Job job = overrides.over(jobOf(run, office.ledger().runs().basis(run.id())));
      try (BackgroundServices services = BackgroundServices.warm(workplace, job);
          Desk desk = Desk.take(workplace, office, job, run.label(), services)) {
        return desk.resume(run);
      }
    }
  }

  ExitCode approve(String name, String by) {
    try (Office office = workplace.open()) {
      Run run = office.run(name);
      Job job = jobOf(run, office.ledger().runs().basis(run.id()));
      try (Desk desk = Desk.take(workplace, office, job, run.label(), BackgroundServices.none())) {
        desk.approve(run.id(), by);
      }
      return ExitCode.DONE;
    }
  }

  ExitCode redrive(String name, Redrive redrive, Overrides overrides) {
    Terminal terminal = workplace.terminal();
    try (Office office = workplace.open()) {
      Run run = office.run(name);
      Job job = overrides.over(jobOf(run, office.ledger().runs().basis(run.id())));
      Rounding rounding = job.spend().rounding();
      Ledger ledger = office.ledger();
      Redrive.Choice choice = redrive.choose(ledger, run.id(), rounding);
      redrive.announce(run, ledger.counts(run.id()), choice, terminal);
      if (choice.total().rows() == 0) {
        return ExitCode.DONE;
      }
      redrive.checkForce();
      if (!redrive.yes() && !terminal.asksYes("Run them?")) {
        throw UserError.refused("nothing was started; to agree without being asked: --yes");
      }
      try (BackgroundServices services = BackgroundServices.warm(workplace, job);
          Desk desk = Desk.take(workplace, office, job, run.label(), services)) {
        if (!redrive.choose(ledger, run.id(), rounding).equals(choice)) {
          throw UserError.refused("the rows have changed since they were shown; look again");
        }
        ledger.redrives().begin(run.id(), redrive.chosen(choice), choice.named(), desk::keepsLease);
        return desk.carryOn(run.id());
      }
    }
  }

  ExitCode resolve(
      String name, List<String> rows, boolean all, ResolveCommand.@Nullable Decision decision) {
    try (Office office = workplace.open()) {
      Ledger ledger = office.ledger();
      Run run = office.run(name);
      if (decision == null) {
        DoubtView.print(ledger, run.id(), workplace.terminal());
        return ExitCode.DONE;
      }
      Job job = jobOf(run, office.ledger().runs().basis(run.id()));
      String task = decision.task();
      try (BackgroundServices services =
              task == null ? BackgroundServices.none() : BackgroundServices.open(workplace, job);
          Desk desk = Desk.take(workplace, office, job, run.label(), services)) {
        desk.settleDead(run.id());
        Resolution resolution = new Resolution(ledger, run.id(), workplace);
        List<Doubt> chosen = resolution.chosen(rows, all);
        if (chosen.isEmpty()) {
          DoubtView.print(ledger, run.id(), workplace.terminal());
          return ExitCode.DONE;
        }
        if (task != null) {
          resolution.task(chosen, task, services);
        } else if (decision.notTaken()) {
          resolution.notTaken(chosen);
        } else {
          resolution.writeOff(chosen);
        }
      }
      workplace.terminal().say("go on with: callsheet resume " + run.id());
      return ExitCode.DONE;
    }
  }

  private Job job(RunOptions options) {
    Job job = workplace.job(options.job());
    Path output = options.label().isEmpty() ? job.output() : job.output().resolve(options.label());
    return options.overrides().over(job.with(options.manifest(job.manifest()), output));
  }

  /** The job of a run as its file is now; what is frozen must be as it was. */
  private Job jobOf(Run run, PlanBasis basis) {
    String again = "callsheet run " + Words.path(run.jobFile());
    if (run.phase() == RunPhase.REFUSED || run.phase() == RunPhase.DISCARDED) {
      throw UserError.refused(
          "%s was %s; mend its manifest or job and start it with: %s"
              .formatted(run.id(), run.phase().name().toLowerCase(Locale.ROOT), again));
    }
    Job job = workplace.job(run.jobFile());
    String source = run.manifestSource();
    Job same =
        job.with(
            source == null
                ? job.manifest()
                : job.manifest().at(ManifestSource.Place.of(source, job.file())),
            run.output());
    Sha256 now = Inputs.digest(same, run.label(), run.manifest(), run.selection(), run.reuse());
    // A closing run only brings home what is paid: that needs the service, and no input.
    if (!now.equals(run.inputs()) && run.phase() != RunPhase.CLOSING) {
      throw UserError.refused(
          "%s has changed since %s was planned; start a new run with: %s%s"
              .formatted(
                  Words.path(run.jobFile()),
                  run.id(),
                  again,
                  PlanGuard.block(basis.changesTo(PlanGuard.frozen(same, PlanGuard.wanted(run))))));
    }
    return same;
  }
}

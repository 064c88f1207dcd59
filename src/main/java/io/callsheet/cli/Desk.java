package io.callsheet.cli;

import io.callsheet.asset.remote.FetchedFiles;
import io.callsheet.job.Job;
import io.callsheet.lane.RunControl;
import io.callsheet.ledger.Ledger;
import io.callsheet.ledger.Run;
import io.callsheet.model.ExitCode;
import io.callsheet.model.RunId;
import io.callsheet.model.RunPhase;
import io.callsheet.model.Sha256;
import io.callsheet.pipeline.Campaign;
import io.callsheet.pipeline.Fetching;
import io.callsheet.pipeline.GateView;
import io.callsheet.pipeline.RunExit;
import io.callsheet.plan.RenderTimes;
import io.callsheet.plan.Selection;
import io.callsheet.provider.BalanceOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Works on the runs of one job and label, under their lease. */
final class Desk implements AutoCloseable {
  private final Workplace workplace;
  private final Office office;
  private final Ledger ledger;
  private final Job job;
  private final String label;
  private final long epoch;
  private final BackgroundServices services;
  private final PlanGuard guard;
  private final Intake intake;

  Desk(
      Workplace workplace,
      Office office,
      Job job,
      String label,
      long epoch,
      BackgroundServices services) {
    this.workplace = workplace;
    this.office = office;
    this.ledger = office.ledger();
    this.job = job;
    this.label = label;
    this.epoch = epoch;
    this.services = services;
    this.guard = new PlanGuard(workplace, ledger, job, label);
    this.intake =
        new Intake(
            workplace,
            ledger,
            job,
            label,
            epoch,
            guard,
            new BucketManifests(workplace, job, services));
  }

  /**
   * Takes the lease on a job's runs, and marks the output as this ledger's.
   *
   * @throws UserError if another process has it, or the output is another ledger's
   */
  static Desk take(
      Workplace workplace, Office office, Job job, String label, BackgroundServices services) {
    Output.claim(job.output(), office.ledger().id());
    long epoch = new Leases(office, workplace.clock()).take(job.name(), label);
    return new Desk(workplace, office, job, label, epoch, services);
  }

  /** What {@code run JOB} finds as newest decides (states, Run). */
  ExitCode run(Wanted wanted, boolean again, boolean yes) {
    Intake.Incoming incoming = intake.receive(wanted);
    Optional<Run> newest = ledger.runs().newest(job.name(), label);
    if (newest.isPresent() && Intake.mustClose(newest.get(), incoming)) {
      ExitCode closed = close(newest.get());
      if (closed != ExitCode.DONE) {
        return closed;
      }
      newest = ledger.runs().newest(job.name(), label);
    }
    if (newest.isPresent() && !again && intake.isDone(newest.get(), incoming)) {
      return nothingToDo(newest.get().id());
    }
    newest
        .filter(run -> run.inputs().equals(incoming.inputs()))
        .ifPresent(run -> guard.hold(run, wanted, incoming.manifest(), yes));
    RunId id = intake.carriedOnOr(newest, incoming, wanted);
    boolean redriven = ledger.runs().get(id).round() > 1;
    Optional<String> approver =
        yes ? Optional.of(System.getProperty("user.name", "somebody")) : Optional.empty();
    return redriven ? carryOn(id) : execute(id, wanted.selection(), approver);
  }

  ExitCode plan(Wanted wanted, boolean json) {
    Intake.Incoming incoming = intake.receive(wanted);
    Optional<Run> newest = ledger.runs().newest(job.name(), label);
    boolean begun =
        newest
            .filter(
                run ->
                    run.phase() == RunPhase.RUNNING
                        || run.phase() == RunPhase.CLOSING
                        || intake.isDone(run, incoming))
            .isPresent();
    if (begun) {
      Run run = newest.orElseThrow();
      if (!json) {
        String phase = run.phase().name().toLowerCase(Locale.ROOT);
        workplace.terminal().say("%s is past its plan (%s)".formatted(run.id(), phase));
      }
      show(run.id(), json);
      return ExitCode.DONE;
    }
    RunId id = intake.carriedOnOr(newest, incoming, wanted);
    if (ledger.runs().get(id).phase() == RunPhase.PLANNED) {
      show(id, json);
      return ExitCode.DONE;
    }
    RunControl control = new RunControl(workplace.clock());
    ExitCode exit =
        conduct(
            id,
            wanted.selection(),
            true,
            control,
            new GateWords(workplace.terminal(), id, balance -> show(id, json, balance)),
            Optional.empty());
    if (json && ledger.runs().get(id).phase() == RunPhase.PLANNING) {
      show(id, true); // The manifest could not be read to its end, and a program wants to know why.
    }
    if (exit != ExitCode.DONE) {
      new EndView(ledger, id, job.output(), workplace.terminal()).print(exit, control);
    }
    return exit;
  }

  void approve(RunId id, String by) {
    new Approving(ledger, guard, job, workplace.terminal()).approve(ledger.runs().get(id), by);
  }

  /** Carries a run on; one that has spent nothing is planned anew if its price has changed. */
  ExitCode resume(Run run) {
    if (PlanGuard.guards(run)) {
      Wanted wanted = PlanGuard.wanted(run);
      Sha256 manifest = guard.manifestNow(run);
      guard.hold(run, wanted, manifest, false);
      if (!guard.changes(run, wanted, manifest).isEmpty()) {
        return run(wanted, false, false);
      }
    }
    return carryOn(run.id());
  }

  /** Goes on with what a run has left, in its present round. */
  ExitCode carryOn(RunId id) {
    Run run = ledger.runs().get(id);
    // The first round selected its rows; a redrive has named its own.
    Selection selection = run.round() == 1 ? Selection.parse(run.selection()) : Selection.ALL;
    return execute(id, selection, Optional.empty());
  }

  /** What a dead process left between intent and answer becomes a doubt that can be resolved. */
  void settleDead(RunId id) {
    ledger.runs().adopt(id, epoch, ledger.runs().get(id).cap());
    ledger.submits().recover(id, epoch);
  }

  private ExitCode close(Run run) {
    if (run.phase() == RunPhase.RUNNING) {
      workplace
          .terminal()
          .say(
              "%s: other inputs now; what was not sent is left out, what is paid is brought home first"
                  .formatted(run.id()));
      ledger.runs().supersede(run.id());
    }
    ExitCode exit = carryOn(run.id());
    return switch (exit) {
      case DONE, UNSUCCESSFUL, DECISION -> ExitCode.DONE;
      default -> exit;
    };
  }

  private ExitCode nothingToDo(RunId id) {
    Terminal terminal = workplace.terminal();
    terminal.say(id + " has ended with the same inputs; nothing is started");
    ExitCode exit = byRows(ledger, id);
    new EndView(ledger, id, job.output(), terminal).print(exit, new RunControl(workplace.clock()));
    if (exit == ExitCode.UNSUCCESSFUL) {
      terminal.say(
          "  to run what failed or was left out: callsheet redrive %s (with --cap N for more credits)"
              .formatted(id));
    }
    terminal.say(
        "  to render and pay for all of it anew: the same command with --again --no-reuse");
    return exit;
  }

  static ExitCode byRows(Ledger ledger, RunId id) {
    return RunExit.byRows(ledger.counts(id), ledger.plans().unselected(id));
  }

  private void show(RunId id, boolean json) {
    show(id, json, () -> services.get().service().balance());
  }

  private void show(RunId id, boolean json, Supplier<BalanceOutcome> balance) {
    Account account = Account.ask(balance);
    PlanFigures plan =
        PlanFigures.of(
            ledger,
            id,
            job,
            account,
            RenderTimes.assumed(job),
            json ? PlanJson.MOST_SPENDERS : PlanView.MOST_SPENDERS);
    ProblemTable problems = new ProblemTable(ledger.problems(), id, job.manifest().toString());
    Terminal terminal = workplace.terminal();
    if (json) {
      terminal.say(PlanJson.of(plan, problems, workplace.clock()));
    } else {
      new PlanView(plan, problems, job.output(), workplace.clock(), terminal).print();
    }
  }

  private ExitCode execute(RunId id, Selection selection, Optional<String> approver) {
    RunControl control = new RunControl(workplace.clock());
    GateView view = new GateWords(workplace.terminal(), id, balance -> show(id, false, balance));
    ExitCode exit = conduct(id, selection, false, control, view, approver);
    new EndView(ledger, id, job.output(), workplace.terminal()).print(exit, control);
    return exit;
  }

  private ExitCode conduct(
      RunId id,
      Selection selection,
      boolean planOnly,
      RunControl control,
      GateView view,
      Optional<String> approver) {
    StopSignals.handle(control::stop);
    LazyObjects objects = new LazyObjects(job.storage());
    Campaign campaign =
        new Campaign(
            job,
            id,
            workplace.home().manifest(id),
            job.output(),
            selection,
            epoch,
            planOnly,
            ledger,
            new Fetching(new FetchedFiles(workplace.home().fetched(), workplace.clock()), objects),
            services,
            view,
            approver,
            control,
            workplace.clock());
    Progress progress = new Progress(workplace.terminal(), workplace.clock());
    try (objects;
        Heartbeat heartbeat =
            new Heartbeat(workplace, ledger, id, label, epoch, control, progress)) {
      heartbeat.start();
      return office.engine().executions().execute(campaign);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + job.output(), e);
    }
  }

  /** Whether the lease is still ours; if so it lives on for as long as one does. */
  boolean keepsLease() {
    return ledger.owners().renew(job.name(), label, epoch, Heartbeat.LEASE);
  }

  @Override
  public void close() {
    intake.close();
    ledger.owners().release(job.name(), label, epoch);
  }
}

package io.callsheet.cli;

import io.callsheet.job.Job;
import io.callsheet.ledger.Lease;
import io.callsheet.ledger.Run;
import io.callsheet.model.ExitCode;
import io.callsheet.model.RunPhase;
import io.callsheet.model.Sha256;
import io.callsheet.plan.Selection;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Finds out which run a command means, and works on it under the job's lease. */
final class Conductor {
  private final Workplace workplace;

  Conductor(Workplace workplace) {
    this.workplace = workplace;
  }

  ExitCode plan(RunOptions options, boolean json) {
    Job job = job(options);
    Selection selection = options.selection();
    try (BackgroundServices services = BackgroundServices.none();
        Office office = workplace.open();
        Desk desk = desk(office, job, options.label(), services)) {
      return desk.plan(selection, json);
    }
  }

  ExitCode run(RunOptions options, boolean again, boolean yes) {
    Job job = job(options);
    Selection selection = options.selection();
    try (BackgroundServices services = BackgroundServices.open(workplace, job);
        Office office = workplace.open();
        Desk desk = desk(office, job, options.label(), services)) {
      return desk.run(selection, again, yes);
    }
  }

  ExitCode resume(String name) {
    try (Office office = workplace.open()) {
      Run run = office.run(name);
      if (run.phase() == RunPhase.ENDED) {
        workplace.terminal().say(run.id() + " has ended; there is nothing to carry on");
        return Desk.byRows(office.ledger(), run.id());
      }
      if (run.phase() == RunPhase.REFUSED || run.phase() == RunPhase.DISCARDED) {
        throw UserError.refused(
            run.id()
                + " was "
                + run.phase().name().toLowerCase(java.util.Locale.ROOT)
                + "; mend its manifest or job and start it with: callsheet run "
                + Words.path(run.jobFile()));
      }
      Job job = workplace.job(run.jobFile());
      Job same = job.with(job.manifest(), job.spend().cap(), run.output());
      Sha256 now = Inputs.digest(same, run.label(), run.manifest(), run.selection());
      if (!now.equals(run.inputs())) {
        throw UserError.refused(
            Words.path(run.jobFile())
                + " has changed since "
                + run.id()
                + " was planned; start a new run with: callsheet run "
                + Words.path(run.jobFile()));
      }
      try (BackgroundServices services = BackgroundServices.open(workplace, same);
          Desk desk = desk(office, same, run.label(), services)) {
        return desk.resume(run);
      }
    }
  }

  private Job job(RunOptions options) {
    Job job = workplace.job(options.job());
    Path output = options.label().isEmpty() ? job.output() : job.output().resolve(options.label());
    return job.with(
        options.manifest().orElse(job.manifest()), options.cap().orElse(job.spend().cap()), output);
  }

  private Desk desk(Office office, Job job, String label, BackgroundServices services) {
    Output.claim(job.output(), office.ledger().id());
    ThisProcess me = ThisProcess.now();
    // Whoever had an H2 file open before us is gone: it opens for one process at a time.
    Lease lease =
        office
            .ledger()
            .owners()
            .take(
                job.name(),
                label,
                me.owner(),
                Heartbeat.LEASE,
                owner ->
                    office.database().isExclusive()
                        || (owner.host().equals(me.host())
                            && !ThisProcess.lives(owner.pid(), owner.started())));
    if (lease instanceof Lease.Held held) {
      throw new UserError(
          ExitCode.HELD,
          "%s is worked on by pid %d on %s"
              .formatted(job.name(), held.by().pid(), held.by().host()));
    }
    return new Desk(workplace, office, job, label, ((Lease.Taken) lease).epoch(), services);
  }

  static Optional<Run> newest(Office office, Job job, String label) {
    return office.ledger().runs().newest(job.name(), Objects.requireNonNull(label));
  }
}

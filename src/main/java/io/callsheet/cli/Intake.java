package io.callsheet.cli;

import io.callsheet.job.Job;
import io.callsheet.ledger.Ledger;
import io.callsheet.ledger.NewRun;
import io.callsheet.ledger.Run;
import io.callsheet.manifest.ManifestCopy;
import io.callsheet.manifest.ManifestUnreadable;
import io.callsheet.model.PlanBasis.Change;
import io.callsheet.model.RunId;
import io.callsheet.model.RunPhase;
import io.callsheet.model.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Holds what a command brings against the newest run: carried on, closed, done, or new. */
final class Intake implements AutoCloseable {
  private final Workplace workplace;
  private final Ledger ledger;
  private final Job job;
  private final String label;
  private final long epoch;
  private final PlanGuard guard;
  private final ManifestCopy.Objects objects;
  private @Nullable Path received;

  Intake(
      Workplace workplace,
      Ledger ledger,
      Job job,
      String label,
      long epoch,
      PlanGuard guard,
      ManifestCopy.Objects objects) {
    this.objects = objects;
    this.workplace = workplace;
    this.ledger = ledger;
    this.job = job;
    this.label = label;
    this.epoch = epoch;
    this.guard = guard;
  }

  /** Copies and hashes the manifest in one pass; the run will read the copy only. */
  Incoming receive(Wanted wanted) {
    Path copy = workplace.home().runs().resolve(".incoming-" + UUID.randomUUID());
    received = copy;
    try {
      Files.createDirectories(copy.getParent());
      Sha256 manifest = ManifestCopy.of(job.manifest(), copy, objects).sha256();
      return new Incoming(
          copy,
          manifest,
          Inputs.digest(job, label, manifest, wanted.selection().text(), wanted.reuse()));
    } catch (ManifestUnreadable e) {
      throw UserError.refused(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot copy the manifest to " + copy, e);
    }
  }

  /** Whether what the newest run has paid for must be brought home before anything else. */
  static boolean mustClose(Run newest, Incoming incoming) {
    return newest.phase() == RunPhase.CLOSING
        || (newest.phase() == RunPhase.RUNNING && !newest.inputs().equals(incoming.inputs()));
  }

  /** Whether the newest run has done all that this command asks. */
  boolean isDone(Run newest, Incoming incoming) {
    return newest.phase() == RunPhase.ENDED
        && newest.inputs().equals(incoming.inputs())
        && Inputs.assetsUnchanged(ledger, newest.id());
  }

  /** The unfinished run with the same inputs and the same price, else a new one. */
  RunId carriedOnOr(Optional<Run> newest, Incoming incoming, Wanted wanted) {
    try {
      if (newest.isPresent()) {
        Run run = newest.get();
        boolean same = run.inputs().equals(incoming.inputs());
        if (same && run.phase() == RunPhase.RUNNING) {
          return run.id();
        }
        if (PlanGuard.guards(run)) {
          List<Change> changes = guard.changes(run, wanted, incoming.manifest());
          if (same && changes.isEmpty()) {
            return resumed(run, incoming);
          }
          discard(run, changes);
        }
      }
      return create(incoming, wanted);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + workplace.home().runs(), e);
    }
  }

  private void discard(Run run, List<Change> changes) {
    ledger.runs().advance(run.id(), run.phase(), RunPhase.DISCARDED);
    String approval =
        run.approval() == null ? "" : "; its approval by " + run.approval().by() + " is void";
    String what = changes.isEmpty() ? "other inputs now" : "this has changed since";
    Terminal terminal = workplace.terminal();
    terminal.aside("%s: its plan is discarded%s; %s".formatted(run.id(), approval, what));
    PlanGuard.lines(changes).forEach(terminal::aside);
  }

  /** A death between the ledger's line and the move of the copy must not leave a run without. */
  private RunId resumed(Run run, Incoming incoming) throws IOException {
    if (!Files.exists(workplace.home().manifest(run.id()))) {
      keep(incoming, run.id());
    }
    return run.id();
  }

  private void keep(Incoming incoming, RunId id) throws IOException {
    Files.createDirectories(workplace.home().run(id));
    Files.move(incoming.copy(), workplace.home().manifest(id), StandardCopyOption.REPLACE_EXISTING);
  }

  private RunId create(Incoming incoming, Wanted wanted) throws IOException {
    RunId id;
    // Another label of the job may take the number at the same moment: whoever has the line has it.
    do {
      id = ledger.runs().nextId(job.name());
    } while (!ledger.runs().create(newRun(id, incoming, wanted), epoch));
    keep(incoming, id);
    return id;
  }

  private NewRun newRun(RunId id, Incoming incoming, Wanted wanted) {
    return new NewRun(
        id,
        label,
        incoming.inputs(),
        incoming.manifest(),
        job.manifest().toString(),
        job.file(),
        job.output(),
        wanted.selection().text(),
        wanted.reuse(),
        job.spend().cap(),
        PlanGuard.basis(job, wanted));
  }

  /** Removes the copy if no run has taken it. */
  @Override
  public void close() {
    try {
      if (received != null) {
        ManifestCopy.delete(received);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + received, e);
    }
  }

  /**
   * A manifest that has just been copied and hashed in one pass.
   *
   * @param inputs digest of all that would be frozen with it
   */
  record Incoming(Path copy, Sha256 manifest, Sha256 inputs) {}
}

package io.callsheet.cli;

import io.callsheet.job.Job;
import io.callsheet.job.ManifestSource;
import io.callsheet.ledger.AssetBook.LocalFile;
import io.callsheet.ledger.Ledger;
import io.callsheet.ledger.Run;
import io.callsheet.manifest.ManifestCopy;
import io.callsheet.model.PlanBasis;
import io.callsheet.model.PlanBasis.Change;
import io.callsheet.model.Rate;
import io.callsheet.model.RunPhase;
import io.callsheet.model.Sha256;
import io.callsheet.plan.Selection;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Sees to it that a plan is spent as it was made and approved, or not at all. */
final class PlanGuard {
  private static final int MOST_SHOWN = 20;

  private final Workplace workplace;
  private final Ledger ledger;
  private final Job job;
  private final String label;

  PlanGuard(Workplace workplace, Ledger ledger, Job job, String label) {
    this.workplace = workplace;
    this.ledger = ledger;
    this.job = job;
    this.label = label;
  }

  /** Whether a run has spent nothing yet, so that it may still be planned anew. */
  static boolean guards(Run run) {
    return run.phase() == RunPhase.PLANNING || run.phase() == RunPhase.PLANNED;
  }

  /** All that the price of a plan rests on, as it is now. */
  static PlanBasis basis(Job job, Wanted wanted) {
    Map<String, String> settings = new LinkedHashMap<>(frozen(job, wanted).settings());
    settings.put("spend.cap", job.spend().cap().toString());
    settings.put("spend.rounding", job.spend().rounding().word());
    settings.put("rate card 720p", Rate.VIDGO.p720() + " credits a second");
    settings.put("rate card 1080p", Rate.VIDGO.p1080() + " credits a second");
    settings.put("reuse.max-age", Words.age(job.reuseMaxAge()));
    settings.put("problems", job.problems().name().toLowerCase(Locale.ROOT));
    return new PlanBasis(settings);
  }

  /** Those settings that a run keeps for good (states, Run). */
  static PlanBasis frozen(Job job, Wanted wanted) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("pairs", job.manifest().matrix() ? "matrix" : "(none)");
    settings.put("sheet", Optional.ofNullable(job.manifest().sheet()).orElse("(first)"));
    settings.put("columns", new TreeMap<>(job.columns()).toString());
    settings.put("defaults.orientation", job.defaults().orientation().word());
    settings.put("defaults.resolution", job.defaults().resolution().word());
    settings.put("defaults.prompt", Optional.ofNullable(job.defaults().prompt()).orElse("(none)"));
    settings.put("assets", job.assets().toString());
    settings.put("output", job.output().toString());
    settings.put("videos", job.videos());
    settings.put("provider.name", job.provider().name());
    settings.put("provider.base-url", job.provider().origin());
    settings.put("provider.model", job.provider().model());
    String selection = wanted.selection().text();
    settings.put("rows", selection.isEmpty() ? "all" : selection);
    settings.put("reuse", wanted.reuse() ? "yes" : "--no-reuse");
    return new PlanBasis(settings);
  }

  /** What a plan would not do any more: settings, the manifest, files. */
  List<Change> changes(Run run, Wanted wanted, Sha256 manifest) {
    return changes(run, basis(job, wanted), manifest);
  }

  private List<Change> changes(Run run, PlanBasis now, Sha256 manifest) {
    PlanBasis then = ledger.runs().basis(run.id());
    List<Change> changes = new ArrayList<>(then.changesTo(now));
    if (then.settings().isEmpty()) {
      changes.add(new Change("the plan", "was made by an older version of Callsheet"));
    }
    if (!manifest.equals(run.manifest())) {
      changes.add(new Change(manifestName(), "has other bytes"));
    }
    for (LocalFile file : ledger.assets().files(run.id())) {
      change(file).ifPresent(changes::add);
    }
    return changes;
  }

  /** Read only if its size or its time is another. */
  private Optional<Change> change(LocalFile file) {
    if (Inputs.isUnchanged(file)) {
      return Optional.empty();
    }
    String name = name(file.path());
    try {
      return Sha256.of(file.path()).equals(file.sha256())
          ? Optional.empty()
          : Optional.of(new Change(name, "has other bytes"));
    } catch (NoSuchFileException e) {
      return Optional.of(new Change(name, "is gone"));
    } catch (IOException e) {
      return Optional.of(new Change(name, "cannot be read: " + e.getMessage()));
    }
  }

  private String name(Path file) {
    return file.startsWith(job.assets())
        ? job.assets().relativize(file).toString()
        : file.toString();
  }

  /** Digest of the manifest that a run was planned from; of its own copy if that is not at hand. */
  Sha256 manifestNow(Run run) {
    try {
      return ManifestCopy.digestOnDisk(job.manifest()).orElse(run.manifest());
    } catch (IOException e) {
      throw UserError.refused("cannot read " + job.manifest() + ": " + e.getMessage());
    }
  }

  private String manifestName() {
    return job.manifest().place() instanceof ManifestSource.OnDisk file
        ? Words.path(file.path())
        : job.manifest().toString();
  }

  /**
   * Refuses to go on with a plan that somebody approved and that is not what it was.
   *
   * @param yes whether this command approves it, as an earlier one has shown it
   */
  void hold(Run run, Wanted wanted, Sha256 manifest, boolean yes) {
    boolean approved =
        run.phase() == RunPhase.PLANNED
            && job.spend().approval() == Job.Approval.MANUAL
            && (yes || run.approval() != null);
    if (approved) {
      refuse(run, wanted, changes(run, wanted, manifest));
    }
  }

  /** Refuses to approve a plan that could not be spent; the cap may be given again at resume. */
  void holdForApproval(Run run) {
    Wanted wanted = wanted(run);
    refuse(run, wanted, changes(run, basis(job.withCap(run.cap()), wanted), manifestNow(run)));
  }

  static Wanted wanted(Run run) {
    return new Wanted(Selection.parse(run.selection()), run.reuse());
  }

  private void refuse(Run run, Wanted wanted, List<Change> changes) {
    if (!changes.isEmpty()) {
      String since =
          run.approval() == null ? "its plan was made" : run.approval().by() + " approved its plan";
      throw UserError.refused(
          "%s is not what it was when %s, so nothing is spent:%s%n  for a new plan: %s"
              .formatted(run.id(), since, block(changes), planCommand(wanted)));
    }
  }

  /** Exactly what makes a new plan of what this command asked for. */
  private String planCommand(Wanted wanted) {
    Job plain = workplace.job(job.file());
    StringBuilder command = new StringBuilder("callsheet plan " + Words.path(job.file()));
    if (!plain.manifest().equals(job.manifest())) {
      command.append(" --manifest ").append(manifestName());
    }
    if (!plain.spend().cap().equals(job.spend().cap())) {
      command.append(" --cap ").append(job.spend().cap());
    }
    if (!label.isEmpty()) {
      command.append(" --label ").append(label);
    }
    if (!wanted.selection().text().isEmpty()) {
      command.append(' ').append(wanted.selection().text());
    }
    return command.append(wanted.reuse() ? "" : " --no-reuse").toString();
  }

  /** One line for each change. */
  static List<String> lines(List<Change> changes) {
    List<Change> shown = changes.subList(0, Math.min(MOST_SHOWN, changes.size()));
    int width = shown.stream().mapToInt(change -> change.what().length()).max().orElse(1);
    List<String> lines = new ArrayList<>();
    for (Change change : shown) {
      lines.add(("  %-" + width + "s  %s").formatted(change.what(), change.how()));
    }
    if (changes.size() > MOST_SHOWN) {
      lines.add("  and %d more".formatted(changes.size() - MOST_SHOWN));
    }
    return lines;
  }

  /** The same below a message. */
  static String block(List<Change> changes) {
    StringBuilder block = new StringBuilder();
    lines(changes).forEach(line -> block.append(System.lineSeparator()).append(line));
    return block.toString();
  }
}

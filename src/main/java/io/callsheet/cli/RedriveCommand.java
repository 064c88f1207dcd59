package io.callsheet.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "redrive",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    description = {
      "Runs unsuccessful rows again, first saying which, why and for how much. Takes failures of the"
          + " service and rows that were left out; all others only with --force, and those of an asset"
          + " in quarantine only with --asset."
    })
final class RedriveCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "RUN", description = "The id that run printed, or: last.")
  private String run = "";

  @Option(
      names = "--rows",
      paramLabel = "LIST",
      description = "Only these rows, by number or key: 1-10,17,hero-3.")
  private @Nullable String rows;

  @Option(
      names = "--class",
      split = ",",
      paramLabel = "CLASS",
      description = "Only failures of these classes: provider, media, moderation, request, lost.")
  private List<String> classes = List.of();

  @Option(
      names = "--short",
      description = {
        "Only rows whose video ends well before its performance; they are paid again, so it needs"
            + " --force."
      })
  private boolean shorts;

  @Option(
      names = "--asset",
      paramLabel = "FILE",
      description = {
        "Only rows with this image or video, as the manifest writes it or by its SHA-256; if it is in"
            + " quarantine, it is trusted again. May be given more than once."
      })
  private List<String> assets = List.of();

  @Option(
      names = "--force",
      description = {
        "Also rows that failed for good; rows that have a video only if --rows or --short names"
            + " them: they are paid again."
      })
  private boolean force;

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Mixin private final Overrides overrides = new Overrides();

  private final Workplace workplace;

  RedriveCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    Redrive redrive = Redrive.of(rows, classes, assets, shorts, force, yes);
    return new Conductor(workplace).redrive(run, redrive, overrides).code();
  }
}

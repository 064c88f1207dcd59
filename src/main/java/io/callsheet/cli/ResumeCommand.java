package io.callsheet.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "resume",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    description = "Carries a run on after a stop, a pause or a crash.")
final class ResumeCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "RUN", description = "The id that run printed, or: last.")
  private String run = "";

  @Mixin private final Overrides overrides = new Overrides();

  private final Workplace workplace;

  ResumeCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    return new Conductor(workplace).resume(run, overrides).code();
  }
}

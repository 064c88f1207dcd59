package io.callsheet.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "approve",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    description = "Opens the gate for a planned run; resume then renders it.")
final class ApproveCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "RUN", description = "The id that run printed, or: last.")
  private String run = "";

  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "Who approves; written down with the time. Default: ${DEFAULT-VALUE}.")
  private String by = "";

  private final Workplace workplace;

  ApproveCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    return new Conductor(workplace).approve(run, by).code();
  }
}

package io.callsheet.cli;

import io.callsheet.model.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    description = {
      "Plans, renders and reports. What an earlier run of the job left unfinished is carried on;"
          + " what it has paid for is not paid again."
    })
final class RunCommand implements Callable<Integer> {
  @Mixin private final RunOptions options = new RunOptions();

  @Option(
      names = "--again",
      description = "Make a new run even if the last one ended with the same inputs.")
  private boolean again;

  @Option(names = "--yes", description = "Approve the plan at the gate. Never accepts problems.")
  private boolean yes;

  private final Workplace workplace;

  RunCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    ExitCode exit = new Conductor(workplace).run(options, again, yes);
    return exit.code();
  }
}

package io.callsheet.cli;

import io.callsheet.model.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    description = "Says what a run would do and cost. Spends nothing.")
final class PlanCommand implements Callable<Integer> {
  @Mixin private final RunOptions options = new RunOptions();

  @Option(names = "--json", description = "Print the plan for a program.")
  private boolean json;

  private final Workplace workplace;

  PlanCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    ExitCode exit = new Conductor(workplace).plan(options, json);
    return exit.code();
  }
}

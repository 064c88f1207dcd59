package io.callsheet.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "resolve",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    description = {
      "Closes rows in doubt or overdue by a person's decision. Without one it shows them and what is"
          + " known."
    })
final class ResolveCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "RUN", description = "The id that run printed, or: last.")
  private String run = "";

  @Parameters(index = "1..*", arity = "0..*", paramLabel = "ROW", description = "Keys of rows.")
  private List<String> rows = List.of();

  @Option(names = "--all", description = "All rows in doubt or overdue.")
  private boolean all;

  @ArgGroup(exclusive = true, multiplicity = "0..1")
  private @Nullable Decision decision;

  private final Workplace workplace;

  ResolveCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    return new Conductor(workplace).resolve(run, rows, all, decision).code();
  }

  /** Exactly one of them. */
  static final class Decision {
    @Option(
        names = "--task",
        paramLabel = "ID",
        description = "The service has it, as this task; checked there. For one row.")
    private @Nullable String task;

    @Option(
        names = "--not-taken",
        description = "The service does not have it: the row is sent again, and may be paid.")
    private boolean notTaken;

    @Option(
        names = "--write-off",
        description = "Give it up: the row fails as lost, charged at the estimate.")
    private boolean writeOff;

    @Nullable String task() {
      return task;
    }

    boolean notTaken() {
      return notTaken;
    }

    boolean writeOff() {
      return writeOff;
    }
  }
}

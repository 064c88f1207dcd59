package io.callsheet.cli;

import io.callsheet.model.ExitCode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    description = {
      "Writes a first campaign to build on: a job file, a manifest of two rows, and the files they"
          + " use. It runs in the sandbox as it is. Overwrites nothing."
    })
final class InitCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "DIR",
      description = "Where to; made if it is not there. By default here.")
  private @Nullable Path folder;

  private final Workplace workplace;

  InitCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    Path target = (folder == null ? Path.of("") : folder).toAbsolutePath().normalize();
    new Starter(target).write(workplace.terminal());
    return ExitCode.DONE.code();
  }
}

package io.callsheet.cli;

import io.callsheet.ledger.Run;
import io.callsheet.model.ExitCode;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "stop",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    description = {
      "Stops a run that another process works on: nothing more is submitted, and it ends within"
          + " seconds. What is paid goes on at resume."
    })
final class StopCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "RUN", description = "The id that run printed, or: last.")
  private String run = "";

  private final Workplace workplace;

  StopCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    Terminal terminal = workplace.terminal();
    Optional<LiveFile> live = LiveFile.owners(workplace.home());
    if (live.isPresent() && (run.equals("last") || run.equals(live.get().run()))) {
      // SIGTERM, which its owner hears as Ctrl-C.
      ProcessHandle.of(live.get().pid()).ifPresent(ProcessHandle::destroy);
      terminal.say(live.get().run() + ": asked pid " + live.get().pid() + " to stop");
      return ExitCode.DONE.code();
    }
    try (Office office = workplace.open()) {
      Run found = office.run(run);
      if (office.database().isExclusive()) {
        // We could open its file: nobody else has.
        terminal.say(found.id() + ": nobody works on it");
      } else {
        office.ledger().runs().requestStop(found.id());
        terminal.say(found.id() + ": its owner, if there is one, will stop within seconds");
      }
    }
    return ExitCode.DONE.code();
  }
}

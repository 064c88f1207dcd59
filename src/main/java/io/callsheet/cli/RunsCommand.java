package io.callsheet.cli;

import io.callsheet.ledger.Run;
import io.callsheet.model.ExitCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "runs",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    description = "Lists all runs, newest first.")
final class RunsCommand implements Callable<Integer> {
  @Option(names = "--json", description = "Print them for a program.")
  private boolean json;

  private final Workplace workplace;

  RunsCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    try (Office office = workplace.open()) {
      List<Run> runs = office.ledger().runs().all();
      if (json) {
        workplace
            .terminal()
            .say(
                JsonMapper.shared()
                    .writeValueAsString(runs.stream().map(RunsCommand::json).toList()));
      } else {
        print(runs);
      }
    }
    return ExitCode.DONE.code();
  }

  private void print(List<Run> runs) {
    Terminal terminal = workplace.terminal();
    if (runs.isEmpty()) {
      terminal.say("No run yet. Start one with: callsheet run JOB");
      return;
    }
    Grid grid = new Grid("lllrrl");
    grid.line("run", "phase", "created", "charged", "cap", "exit");
    for (Run run : runs) {
      String name = run.label().isEmpty() ? run.id().toString() : run.id() + " " + run.label();
      grid.line(
          name,
          Words.phase(run.phase()),
          Words.time(run.createdAt()),
          run.charged().toString(),
          run.cap().toString(),
          run.lastExit() == null ? "" : run.lastExit().toString());
    }
    grid.lines().forEach(line -> terminal.say(line.strip()));
  }

  private static Map<String, @Nullable Object> json(Run run) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("run", run.id().toString());
    json.put("label", run.label());
    json.put("phase", run.phase().name());
    json.put("round", run.round());
    Run.Approval approval = run.approval();
    json.put("approved_by", approval == null ? null : approval.by());
    json.put("approved_at", approval == null ? null : approval.at().toString());
    json.put("created", run.createdAt().toString());
    json.put("charged", run.charged().toDecimal());
    json.put("reserved", run.reserved().toDecimal());
    json.put("cap", run.cap().toDecimal());
    json.put("exit", run.lastExit());
    return json;
  }
}

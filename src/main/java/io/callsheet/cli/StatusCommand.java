package io.callsheet.cli;

import io.callsheet.ledger.Ledger;
import io.callsheet.ledger.RowCounts;
import io.callsheet.ledger.Run;
import io.callsheet.model.ExitCode;
import io.callsheet.model.RowState;
import io.callsheet.model.RunPhase;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    description = "Says where a run stands, also while another process works on it.")
final class StatusCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "RUN",
      description = "The id that run printed, or: last (default).")
  private String run = "last";

  @Option(names = "--json", description = "Print it for a program.")
  private boolean json;

  private final Workplace workplace;

  StatusCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    // Its owner holds the H2 file: what it writes down each second is all that can be had.
    Optional<LiveFile> live = LiveFile.owners(workplace.home());
    if (live.isPresent() && (run.equals("last") || run.equals(live.get().run()))) {
      show(live.get(), true);
      return ExitCode.DONE.code();
    }
    try (Office office = workplace.open()) {
      Ledger ledger = office.ledger();
      if (run.equals("last") && ledger.runs().all().isEmpty()) {
        workplace.terminal().say("No run yet. Start one with: callsheet run JOB");
        return ExitCode.DONE.code();
      }
      Run found = office.run(run);
      show(
          LiveFile.of(
              found,
              ledger.counts(found.id()),
              ledger.quarantines().open(found.id()),
              ThisProcess.now(),
              workplace.clock().instant()),
          false);
      if (!json) {
        approval(found);
        next(found);
      }
    }
    return ExitCode.DONE.code();
  }

  private void approval(Run found) {
    Run.Approval approval = found.approval();
    if (approval != null) {
      workplace
          .terminal()
          .say("  approved by %s on %s".formatted(approval.by(), Words.time(approval.at())));
    } else if (found.phase() == RunPhase.PLANNED) {
      workplace.terminal().say("  not approved; to approve it: callsheet approve " + found.id());
    }
  }

  private void next(Run found) {
    if (found.phase() == RunPhase.RUNNING || found.phase() == RunPhase.CLOSING) {
      workplace.terminal().say("  unfinished; go on with: callsheet resume " + found.id());
    }
  }

  private void show(LiveFile state, boolean worked) {
    if (json) {
      workplace.terminal().say(JsonMapper.shared().writeValueAsString(json(state, worked)));
      return;
    }
    Terminal terminal = workplace.terminal();
    String phase = state.phase().toLowerCase(Locale.ROOT);
    terminal.say(
        worked
            ? "%s: %s, worked on by pid %d on %s"
                .formatted(state.run(), phase, state.pid(), state.host())
            : "%s: %s, nobody works on it".formatted(state.run(), phase));
    RowCounts rows = state.rows();
    terminal.say("  %-10s %7d".formatted("rows", rows.total()));
    for (RowState row : RowState.values()) {
      if (rows.of(row) > 0) {
        String late =
            row == RowState.RENDERING && rows.overdue() > 0
                ? ", " + rows.overdue() + " overdue"
                : "";
        terminal.say("  %-10s %7d%s".formatted(row.word().replace('-', ' '), rows.of(row), late));
      }
    }
    terminal.say(
        "  charged %s, reserved %s, cap %s credits"
            .formatted(state.charged(), state.reserved(), state.cap()));
    state.held().forEach(line -> terminal.sayWrapped("  ", line));
  }

  private static Map<String, Object> json(LiveFile state, boolean worked) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("run", state.run());
    json.put("phase", state.phase());
    json.put("running", worked);
    if (worked) {
      json.put("pid", state.pid());
      json.put("host", state.host());
    }
    json.put("at", state.at().toString());
    RowCounts rows = state.rows();
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("total", rows.total());
    for (RowState row : RowState.values()) {
      counts.put(row.word().replace('-', '_'), rows.of(row));
    }
    counts.put("overdue", rows.overdue());
    json.put("rows", counts);
    json.put("charged", state.charged().toDecimal());
    json.put("reserved", state.reserved().toDecimal());
    json.put("cap", state.cap().toDecimal());
    json.put("held", state.held());
    return json;
  }
}

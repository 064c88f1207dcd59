package io.callsheet.cli;

import io.callsheet.model.ExitCode;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line. Nothing here starts Spring; a command does once it needs the ledger. */
@Command(
    name = "callsheet",
    description = "Renders marketing campaigns in bulk, and never pays twice.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    usageHelpAutoWidth = true,
    footer = {
      "",
      "Try it, with no account and no network:  callsheet run jobs/summer-launch.yaml",
      "Exit codes: 0 done  1 internal failure  2 usage, job or manifest  3 finished with failed rows",
      "            4 stopped  5 paused: somebody must act  6 doubts need a decision  7 held elsewhere"
    })
public final class App implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  private App() {}

  /** Runs a command and returns its exit code. */
  public static int run(String[] args) {
    Terminal terminal = Terminal.ofThisProcess();
    Home home = Home.find(System.getenv(), System.getProperties());
    // Before anything logs: what is written there never reaches the terminal.
    System.setProperty("callsheet.log", home.log().toString());
    Workplace workplace = new Workplace(home, System.getenv(), Clock.systemUTC(), terminal);
    return commands(workplace, terminal).execute(args);
  }

  static CommandLine commands(Workplace workplace, Terminal terminal) {
    CommandLine line =
        new CommandLine(new App())
            .addSubcommand(new PlanCommand(workplace))
            .addSubcommand(new RunCommand(workplace))
            .addSubcommand(new ResumeCommand(workplace))
            .addSubcommand(new RedriveCommand(workplace))
            .addSubcommand(new StopCommand(workplace))
            .addSubcommand(new ResolveCommand(workplace))
            .addSubcommand(new StatusCommand(workplace))
            .addSubcommand(new RunsCommand(workplace))
            .addSubcommand(new ReportCommand(workplace))
            .addSubcommand(new SandboxCommand(workplace));
    line.setOut(terminal.out());
    line.setErr(terminal.err());
    line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, terminal, workplace));
    return line;
  }

  private static int failed(Exception thrown, Terminal terminal, Workplace workplace) {
    if (thrown instanceof UserError error) {
      terminal.error(error.getMessage());
      return error.exit().code();
    }
    LoggerFactory.getLogger(App.class).error("a command failed", thrown);
    terminal.error(
        "internal failure: "
            + thrown
            + System.lineSeparator()
            + "Details are in "
            + workplace.home().log()
            + ". Nothing acknowledged is lost; resume is possible.");
    return ExitCode.INTERNAL.code();
  }

  /** Without a command: what there is. */
  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "Name a command");
    }
  }
}

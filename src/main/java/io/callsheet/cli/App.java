package io.callsheet.cli;

import io.callsheet.model.ExitCode;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

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
      "Exit codes:",
      "  0  every row succeeded                  4  stopped; resume goes on",
      "  1  internal failure; resume goes on     5  paused; one line says what to do",
      "  2  mistake in command, job or manifest  6  rows in doubt need a decision",
      "  3  finished, but not every row          7  another process works on it"
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
            .addSubcommand(new InitCommand(workplace))
            .addSubcommand(new PlanCommand(workplace))
            .addSubcommand(new RunCommand(workplace))
            .addSubcommand(new ResumeCommand(workplace))
            .addSubcommand(new ApproveCommand(workplace))
            .addSubcommand(new RedriveCommand(workplace))
            .addSubcommand(new StopCommand(workplace))
            .addSubcommand(new ResolveCommand(workplace))
            .addSubcommand(new StatusCommand(workplace))
            .addSubcommand(new RunsCommand(workplace))
            .addSubcommand(new StatementCommand(workplace))
            .addSubcommand(new ReportCommand(workplace))
            .addSubcommand(new SandboxCommand(workplace));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setOut(terminal.out());
    line.setErr(terminal.err());
    line.setParameterExceptionHandler((e, arguments) -> misused(e, terminal));
    line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, terminal, workplace));
    return line;
  }

  private static int misused(ParameterException mistake, Terminal terminal) {
    CommandLine command = mistake.getCommandLine();
    List<String> near =
        mistake instanceof UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions()
            : List.of();
    terminal.error(UsageMistake.words(mistake));
    if (!near.isEmpty()) {
      terminal.err().println("Did you mean: " + String.join(" or ", near) + "?");
    }
    terminal.err().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.REFUSED.code();
  }

  private static int failed(Exception thrown, Terminal terminal, Workplace workplace) {
    if (thrown instanceof UserError error) {
      terminal.error(error.getMessage());
      return error.exit().code();
    }
    LoggerFactory.getLogger(App.class).error("a command failed", thrown);
    boolean database =
        thrown instanceof TransactionException || thrown instanceof DataAccessException;
    terminal.error(
        (database ? "the database was lost: " + thrown.getMessage() : "internal failure: " + thrown)
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
      throw new ParameterException(spec.commandLine(), "name a command");
    }
  }
}

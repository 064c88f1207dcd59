package io.callsheet.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** Commands in this process, over a home of their own, and what they said. */
final class CommandLineProbe {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Path home;

  CommandLineProbe(Path home) {
    this.home = home;
  }

  int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    Terminal terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false);
    Workplace workplace = new Workplace(new Home(home), Map.of(), Clock.systemUTC(), terminal);
    return App.commands(workplace, terminal).execute(args);
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }
}

package io.callsheet;

import io.callsheet.cli.App;

/** The entry point. */
public final class Callsheet {
  private Callsheet() {}

  /** Exits with one of the codes of {@link io.callsheet.model.ExitCode}. */
  public static void main(String[] args) {
    System.exit(App.run(args));
  }
}

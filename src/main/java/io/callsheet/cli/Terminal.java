package io.callsheet.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Scanner;

/**
 * Where a command speaks. Results go to {@code out}; errors and what to do about them to {@code
 * err}.
 *
 * @param live whether {@code out} is a screen whose last lines may be drawn again
 */
record Terminal(PrintWriter out, PrintWriter err, boolean live) {

  static Terminal ofThisProcess() {
    return new Terminal(
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        Boolean.getBoolean("callsheet.terminal"));
  }

  void say(String line) {
    out.println(line);
  }

  /** Asks on a screen; false where nobody can answer. */
  boolean asksYes(String question) {
    if (!live) {
      return false;
    }
    out.print(question + " [y/N] ");
    out.flush();
    Scanner answers = new Scanner(System.in, StandardCharsets.UTF_8);
    return answers.hasNextLine()
        && answers.nextLine().strip().toLowerCase(Locale.ROOT).startsWith("y");
  }

  void error(String message) {
    err.println("callsheet: " + message);
  }
}

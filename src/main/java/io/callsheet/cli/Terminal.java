package io.callsheet.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

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

  void error(String message) {
    err.println("callsheet: " + message);
  }
}

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
 * @param width characters in a line of it; {@link #ANY_WIDTH} in a pipe
 */
record Terminal(PrintWriter out, PrintWriter err, boolean live, int width) {
  static final int ANY_WIDTH = Integer.MAX_VALUE;
  private static final int USUAL_WIDTH = 80;

  Terminal(PrintWriter out, PrintWriter err, boolean live) {
    this(out, err, live, live ? USUAL_WIDTH : ANY_WIDTH);
  }

  static Terminal ofThisProcess() {
    boolean live = Boolean.getBoolean("callsheet.terminal");
    int width = Integer.getInteger("callsheet.columns", 0);
    return new Terminal(
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        live,
        live ? (width > 0 ? width : USUAL_WIDTH) : ANY_WIDTH);
  }

  void say(String line) {
    out.println(line);
  }

  /** Says what may be too long for a line; its other lines stand below the end of {@code head}. */
  void sayWrapped(String head, String text) {
    String indent = " ".repeat(head.length());
    String before = head;
    for (String line : Wrap.lines(text, width - head.length())) {
      out.println(before + line);
      before = indent;
    }
  }

  /** Says what a program that reads the results must not find among them. */
  void aside(String line) {
    err.println(line);
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

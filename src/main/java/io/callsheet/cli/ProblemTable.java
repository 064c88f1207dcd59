package io.callsheet.cli;

import io.callsheet.ledger.ProblemBook;
import io.callsheet.ledger.ProblemBook.Told;
import io.callsheet.model.Problem;
import io.callsheet.model.RunId;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.ToIntFunction;

/** All that is wrong with the manifest of a run. Never holds more than a page of it. */
final class ProblemTable {
  private static final int MOST_SHOWN = 50;
  private static final int PAGE = 1000;
  private static final int WIDEST_COLUMN = 16;
  private static final int WIDEST_VALUE = 28;

  private final ProblemBook book;
  private final RunId run;
  private final String manifest;

  /**
   * @param manifest as the user knows it
   */
  ProblemTable(ProblemBook book, RunId run, String manifest) {
    this.book = book;
    this.run = run;
    this.manifest = manifest;
  }

  /** The first fifty; what is said of several lines is said once. */
  void print(Terminal terminal, Path rejected) {
    Map<Problem, Lines> shown = new LinkedHashMap<>();
    long more = 0;
    for (Told told : all()) {
      Problem problem = told.problem();
      Problem same =
          new Problem(
              problem.file(), 0, problem.column(), problem.value(), problem.text(), problem.fix());
      Lines lines = shown.get(same);
      if (lines != null) {
        lines.add(problem.line());
      } else if (shown.size() < MOST_SHOWN) {
        shown.put(same, new Lines(problem));
      } else {
        more++;
      }
    }
    if (shown.isEmpty()) {
      return;
    }
    terminal.say("");
    print(terminal, shown);
    if (more > 0) {
      terminal.say("  … and %,d more".formatted(more));
    }
    terminal.say("");
    terminal.say("  all of them: " + Words.path(rejected));
  }

  private static void print(Terminal terminal, Map<Problem, Lines> shown) {
    int line = width(shown, lines -> lines.place().length(), 4, Integer.MAX_VALUE);
    int column = width(shown, lines -> lines.first.column().length(), 6, WIDEST_COLUMN);
    int widest = terminal.width() == Terminal.ANY_WIDTH ? Terminal.ANY_WIDTH : WIDEST_VALUE;
    int value = width(shown, lines -> lines.first.value().length(), 5, widest);
    String form = "  %" + line + "s  %-" + column + "s  %-" + value + "s  ";
    terminal.say(form.formatted("line", "column", "value") + "problem");
    for (Lines lines : shown.values()) {
      Problem problem = lines.first;
      String head =
          form.formatted(
              lines.place(),
              Wrap.cut(problem.column(), WIDEST_COLUMN),
              Wrap.cutPath(problem.value(), widest));
      terminal.sayWrapped(head, problem.sentence() + lines.others());
    }
  }

  private static int width(
      Map<Problem, Lines> shown, ToIntFunction<Lines> length, int least, int most) {
    return shown.values().stream()
        .mapToInt(length)
        .map(n -> Math.min(most, n))
        .reduce(least, Math::max);
  }

  /** For a program, one by one, however many there are. */
  Iterable<Map<String, Object>> json() {
    return () -> {
      Iterator<Told> all = all().iterator();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return all.hasNext();
        }

        @Override
        public Map<String, Object> next() {
          return json(all.next());
        }
      };
    };
  }

  private Map<String, Object> json(Told told) {
    Problem problem = told.problem();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", problem.file().isEmpty() ? manifest : manifest + "/" + problem.file());
    put(json, "line", problem.line() == 0 ? "" : problem.line());
    put(json, "row", told.key());
    put(json, "column", problem.column());
    put(json, "value", problem.value());
    put(json, "problem", problem.text());
    put(json, "fix", problem.fix());
    return json;
  }

  private static void put(Map<String, Object> json, String key, Object value) {
    if (!value.equals("")) {
      json.put(key, value);
    }
  }

  private Iterable<Told> all() {
    return () ->
        new Iterator<>() {
          private final Deque<Told> page = new ArrayDeque<>(book.page(run, -1, 0, PAGE));

          @Override
          public boolean hasNext() {
            return !page.isEmpty();
          }

          @Override
          public Told next() {
            Told next = page.poll();
            if (next == null) {
              throw new NoSuchElementException();
            }
            if (page.isEmpty()) {
              page.addAll(book.page(run, next.row(), next.no(), PAGE));
            }
            return next;
          }
        };
  }

  /** Where the same is wrong: the first line, and how many others. */
  private static final class Lines {
    private final Problem first;
    private long last;
    private long others;

    Lines(Problem first) {
      this.first = first;
      this.last = first.line();
    }

    /** The pairs of a matrix tell the same line again and again. */
    void add(long line) {
      if (line > last) {
        last = line;
        others++;
      }
    }

    String place() {
      String line = first.line() == 0 ? "" : String.valueOf(first.line());
      return first.file().isEmpty() ? line : first.file() + ":" + line;
    }

    String others() {
      return switch ((int) Math.min(others, 2)) {
        case 0 -> "";
        case 1 -> " (the same in line " + last + ")";
        default -> " (the same in %,d more lines, the last is %d)".formatted(others, last);
      };
    }
  }
}

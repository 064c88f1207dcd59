package io.callsheet.cli;

import io.callsheet.ledger.StatementBook.Amounts;
import io.callsheet.ledger.StatementBook.By;
import io.callsheet.ledger.StatementBook.Line;
import io.callsheet.model.Credits;
import io.callsheet.model.Rate;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** A statement on the terminal: figures to the right, each column as exact as its finest figure. */
final class StatementView {
  private static final int WIDEST_NAME = 40;
  private static final int NARROWEST_NAME = 12;
  private static final String NO_NAME = "(none)";
  private static final String GAP = "  ";

  private static final List<Column> COLUMNS =
      List.of(
          new Column("rows", true, 0, a -> BigDecimal.valueOf(a.rows())),
          new Column("rendered", true, 0, a -> BigDecimal.valueOf(a.rendered())),
          new Column("reused", false, 0, a -> BigDecimal.valueOf(a.reused())),
          new Column("failed", false, 0, a -> BigDecimal.valueOf(a.failed())),
          new Column("seconds", true, 1, a -> seconds(a.seconds())),
          new Column("billed s", true, 1, a -> seconds(a.billed())),
          new Column("credits", true, 0, a -> a.charged().toDecimal()),
          new Column("USD", true, 2, a -> usd(a.charged())),
          new Column("assumed", false, 0, a -> a.assumed().toDecimal()),
          new Column("reserved", false, 0, a -> a.reserved().toDecimal()),
          new Column("saved", false, 0, a -> a.saved().toDecimal()));

  private final List<By> by;
  private final String heading;
  private final List<Line> lines = new ArrayList<>();
  private Amounts total = Amounts.NONE;

  StatementView(List<By> by, String heading) {
    this.by = List.copyOf(by);
    this.heading = heading;
  }

  void add(Line line) {
    lines.add(line);
    total = total.plus(line.amounts());
  }

  void print(Terminal terminal) {
    if (lines.isEmpty()) {
      terminal.say("Nothing was spent yet (" + heading + "). Rows count once a run renders them.");
      return;
    }
    List<Column> shown =
        COLUMNS.stream().filter(c -> c.always() || c.of().apply(total).signum() != 0).toList();
    int[] scales = shown.stream().mapToInt(column -> column.scale(lines)).toArray();
    int[] widths = new int[shown.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] =
          Math.max(shown.get(i).title().length(), shown.get(i).text(total, scales[i]).length());
    }
    int[] names = nameWidths(terminal, widths);
    terminal.say("Spend by %s: %s".formatted(words(), heading));
    List<String> titles = by.stream().map(By::word).toList();
    terminal.say(line(titles, names, shown.stream().map(Column::title).toList(), widths));
    for (Line line : lines) {
      List<String> named = line.names().stream().map(n -> n.isEmpty() ? NO_NAME : n).toList();
      terminal.say(line(named, names, figures(shown, line.amounts(), scales), widths));
    }
    if (lines.size() > 1) {
      List<String> title = new ArrayList<>(List.of("total"));
      by.stream().skip(1).forEach(one -> title.add(""));
      terminal.say(line(title, names, figures(shown, total, scales), widths));
    }
  }

  private String words() {
    return String.join(", ", by.stream().map(By::word).toList());
  }

  /** As wide as the names are, but for what the screen has not. */
  private int[] nameWidths(Terminal terminal, int[] widths) {
    int[] names = new int[by.size()];
    for (int i = 0; i < names.length; i++) {
      int column = i;
      int longest =
          lines.stream().mapToInt(line -> line.names().get(column).length()).max().orElse(0);
      int least = Math.max(by.get(i).word().length(), NO_NAME.length());
      names[i] = Math.min(WIDEST_NAME, Math.max(least, longest));
    }
    int taken = GAP.length() * (widths.length + names.length - 1);
    for (int width : widths) {
      taken += width;
    }
    int room = terminal.width() - taken;
    int widest = widest(names);
    while (Arrays.stream(names).sum() > room && names[widest] > NARROWEST_NAME) {
      names[widest]--;
      widest = widest(names);
    }
    return names;
  }

  private static int widest(int[] widths) {
    int widest = 0;
    for (int i = 1; i < widths.length; i++) {
      widest = widths[i] > widths[widest] ? i : widest;
    }
    return widest;
  }

  private static List<String> figures(List<Column> shown, Amounts amounts, int[] scales) {
    List<String> figures = new ArrayList<>();
    for (int i = 0; i < scales.length; i++) {
      figures.add(shown.get(i).text(amounts, scales[i]));
    }
    return figures;
  }

  private static String line(List<String> names, int[] left, List<String> figures, int[] right) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < left.length; i++) {
      String plain = names.get(i).replaceAll("\\p{Cntrl}", " ");
      String name = Wrap.cutPath(plain, left[i]);
      parts.add(name + " ".repeat(Math.max(0, left[i] - name.length())));
    }
    for (int i = 0; i < right.length; i++) {
      parts.add(" ".repeat(Math.max(0, right[i] - figures.get(i).length())) + figures.get(i));
    }
    return String.join(GAP, parts).stripTrailing();
  }

  void printJson(Terminal terminal) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("by", by.stream().map(By::word).toList());
    json.put("lines", lines.stream().map(this::json).toList());
    json.put("total", json(total));
    terminal.say(JsonMapper.shared().writeValueAsString(json));
  }

  private Map<String, Object> json(Line line) {
    Map<String, Object> json = new LinkedHashMap<>();
    for (int i = 0; i < by.size(); i++) {
      json.put(by.get(i).word(), line.names().get(i));
    }
    json.putAll(json(line.amounts()));
    return json;
  }

  private static Map<String, Object> json(Amounts amounts) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rows", amounts.rows());
    json.put("rendered", amounts.rendered());
    json.put("reused", amounts.reused());
    json.put("failed", amounts.failed());
    json.put("seconds", seconds(amounts.seconds()));
    json.put("billed_seconds", seconds(amounts.billed()));
    json.put("charged", amounts.charged().toDecimal());
    json.put("usd", usd(amounts.charged()));
    json.put("assumed", amounts.assumed().toDecimal());
    json.put("reserved", amounts.reserved().toDecimal());
    json.put("saved", amounts.saved().toDecimal());
    return json;
  }

  private static BigDecimal seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis(), 3);
  }

  private static BigDecimal usd(Credits credits) {
    return Rate.usd(credits);
  }

  /**
   * A column of figures.
   *
   * @param always also where it is all 0
   * @param places behind the point, at least
   */
  private record Column(
      String title, boolean always, int places, Function<Amounts, BigDecimal> of) {

    /** What shows every figure exactly. */
    int scale(List<Line> lines) {
      return lines.stream()
          .mapToInt(line -> of.apply(line.amounts()).stripTrailingZeros().scale())
          .reduce(places, Math::max);
    }

    String text(Amounts amounts, int scale) {
      return of.apply(amounts).setScale(scale).toPlainString();
    }
  }
}

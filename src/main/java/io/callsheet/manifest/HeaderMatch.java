package io.callsheet.manifest;

import io.callsheet.model.NearestWord;
import io.callsheet.model.Problem;
import io.callsheet.model.StandardColumn;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the standard columns in a header line: first those that the job names, then by name. */
final class HeaderMatch {

  /** Columns that rejected.csv adds, so that a mended one is a manifest. */
  private static final Set<String> REMARKS = Set.of("line", "problem");

  private static final int MOST_SHOWN = 12;

  private final List<String> names;
  private final List<String> plain;
  private final Map<StandardColumn, Integer> places = new EnumMap<>(StandardColumn.class);
  private final Set<StandardColumn> ambiguous = EnumSet.noneOf(StandardColumn.class);
  private final Set<Integer> taken = new HashSet<>();
  private final List<String> problems = new ArrayList<>();

  HeaderMatch(List<String> names, Map<String, String> columns) {
    this.names = names;
    this.plain = names.stream().map(HeaderMatch::plain).toList();
    for (StandardColumn column : StandardColumn.values()) {
      String header = columns.get(column.word());
      if (header != null && !take(column, header, true)) {
        problems.add(notThere(column, header));
      }
    }
    for (StandardColumn column : StandardColumn.values()) {
      if (!columns.containsKey(column.word())) {
        takeBySpelling(column);
      }
    }
  }

  Map<StandardColumn, Integer> places() {
    return places;
  }

  List<String> problems() {
    return problems;
  }

  static boolean contains(List<String> names, String header) {
    String wanted = plain(header);
    return !wanted.isEmpty() && names.stream().anyMatch(name -> plain(name).equals(wanted));
  }

  /** Where a header carries the column of this name; -1 when it does not. */
  static int find(Header header, String name) {
    String wanted = plain(name);
    return header.carried().stream()
        .filter(place -> !wanted.isEmpty() && plain(header.names().get(place)).equals(wanted))
        .findFirst()
        .orElse(-1);
  }

  static boolean isOurRemark(String name) {
    return REMARKS.contains(plain(name));
  }

  /** The first header that was likely meant to be this word. */
  Optional<String> nearMiss(String word) {
    return names.stream()
        .filter(name -> NearestWord.among(name, List.of(word)).isPresent())
        .findFirst();
  }

  String shownNames() {
    String some =
        names.stream()
            .limit(MOST_SHOWN)
            .map(name -> Problem.shown(name))
            .collect(Collectors.joining(", "));
    return names.size() > MOST_SHOWN ? some + ", …" : some;
  }

  /** Whether a header was found, even if another one competes with it. */
  boolean isThere(StandardColumn column) {
    return places.containsKey(column) || ambiguous.contains(column);
  }

  /** How many standard columns there are. */
  int known() {
    return places.size() + ambiguous.size();
  }

  /** Our own word counts alone; of its other names there may be only one. */
  private void takeBySpelling(StandardColumn column) {
    if (take(column, column.word(), false)) {
      return;
    }
    List<String> found =
        column.otherNames().stream().filter(name -> isFree(HeaderMatch.plain(name))).toList();
    if (found.size() > 1) {
      ambiguous.add(column);
      problems.add(
          "columns %s both mean `%s`: rename one, or write `columns: {%s: %s}` into the job file"
              .formatted(
                  found.stream()
                      .limit(2)
                      .map(name -> "`" + names.get(plain.indexOf(plain(name))).strip() + "`")
                      .collect(Collectors.joining(" and ")),
                  column.word(),
                  column.word(),
                  names.get(plain.indexOf(plain(found.get(0)))).strip()));
    } else if (!found.isEmpty()) {
      take(column, found.get(0), false);
    }
  }

  private boolean isFree(String wanted) {
    int place = plain.indexOf(wanted);
    return place >= 0 && !taken.contains(place);
  }

  private boolean take(StandardColumn column, String header, boolean shared) {
    String wanted = plain(header);
    int place = plain.indexOf(wanted);
    if (wanted.isEmpty() || place < 0 || (!shared && taken.contains(place))) {
      return false;
    }
    int last = plain.lastIndexOf(wanted);
    if (last != place) {
      problems.add(
          "column `%s` is there twice, as number %d and %d: rename one"
              .formatted(names.get(place).strip(), place + 1, last + 1));
    }
    places.put(column, place);
    taken.add(place);
    return true;
  }

  private String notThere(StandardColumn column, String header) {
    return "the job file says `columns: {%s: %s}`, but there is no column `%s`; "
            .formatted(column.word(), header, header)
        + NearestWord.among(header, names)
            .map(near -> "did you mean `" + near + "`?")
            .orElseGet(() -> "the first line reads " + shownNames());
  }

  /** Case, spaces, hyphens and underscores do not matter. */
  private static String plain(String name) {
    StringBuilder plain = new StringBuilder();
    name.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
        .filter(c -> c != '-' && c != '_')
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}

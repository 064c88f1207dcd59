package io.callsheet.manifest;

import io.callsheet.model.StandardColumn;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The columns of a manifest: which of them we know, and which are carried along. */
final class Header {

  private static final String NEAR_MISS = "there is no column `%s`; `%s`: did you mean `%s`?";
  private static final String UNLIKE =
      "there is %s: the first line must name the columns, or `columns` of the job file must say"
          + " what they are called; it reads %s";

  private final List<String> names;
  private final Map<StandardColumn, Integer> places;
  private final List<Integer> kept;

  private Header(List<String> names, Map<StandardColumn, Integer> places, List<Integer> kept) {
    this.names = names;
    this.places = places;
    this.kept = kept;
  }

  /**
   * @param names the cells of the header line
   * @param columns standard column to header, as the job says
   * @throws BadHeader with everything that is wrong with it
   */
  static Header of(List<String> names, Map<String, String> columns) throws BadHeader {
    HeaderMatch match = new HeaderMatch(names, columns);
    Map<StandardColumn, Integer> places = new EnumMap<>(match.places());
    List<String> problems = new ArrayList<>(match.problems());
    problems.addAll(missing(match, columns));
    if (!problems.isEmpty()) {
      throw new BadHeader(String.join("; ", problems));
    }
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (places.containsValue(i) || !HeaderMatch.isOurRemark(names.get(i))) {
        kept.add(i);
      }
    }
    return new Header(names, places, kept);
  }

  /** How many columns of a line would be known if it were the header. */
  static int known(List<String> names, Map<String, String> columns) {
    return new HeaderMatch(names, columns).places().size();
  }

  int width() {
    return names.size();
  }

  boolean has(StandardColumn column) {
    return places.containsKey(column);
  }

  /** As the manifest spells it. */
  String name(StandardColumn column) {
    Integer place = places.get(column);
    return place == null ? column.word() : names.get(place).strip();
  }

  /** Without outer spaces; empty when there is no such column. */
  String cell(StandardColumn column, List<String> cells) {
    Integer place = places.get(column);
    return place == null ? "" : cells.get(place).strip();
  }

  /** The names of the columns that are carried along. */
  List<String> keptNames() {
    return keptOf(names);
  }

  List<String> keptOf(List<String> cells) {
    return kept.stream().map(cells::get).toList();
  }

  private static List<String> missing(HeaderMatch match, Map<String, String> columns) {
    List<String> problems = new ArrayList<>();
    List<String> unlike = new ArrayList<>();
    for (StandardColumn required : List.of(StandardColumn.CHARACTER, StandardColumn.PERFORMANCE)) {
      String word = required.word();
      if (!match.places().containsKey(required) && !columns.containsKey(word)) {
        match
            .nearMiss(word)
            .ifPresentOrElse(
                near -> problems.add(NEAR_MISS.formatted(word, near, word)),
                () -> unlike.add("no column `" + word + "`"));
      }
    }
    if (!unlike.isEmpty()) {
      problems.add(UNLIKE.formatted(String.join(" and ", unlike), match.shownNames()));
    }
    return problems;
  }
}

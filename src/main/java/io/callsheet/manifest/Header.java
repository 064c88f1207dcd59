package io.callsheet.manifest;

import io.callsheet.model.StandardColumn;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The columns of a manifest: which of them we know, and which are carried along. */
final class Header {

  static final List<StandardColumn> BOTH =
      List.of(StandardColumn.CHARACTER, StandardColumn.PERFORMANCE);

  private static final String NEAR_MISS = "there is no column `%s`; `%s`: did you mean `%s`?";
  private static final String UNLIKE =
      "there is %s: the first line must name the columns, or `columns` of the job file must say"
          + " what they are called; it reads %s";

  private final List<String> names;
  private final Map<StandardColumn, Integer> places;
  private final List<Integer> kept;

  private Header(List<String> names, Map<StandardColumn, Integer> places, List<Integer> kept) {
    this.names = List.copyOf(names);
    this.places = places;
    this.kept = List.copyOf(kept);
  }

  /** All of whose columns are carried along. */
  static Header at(List<String> names, Map<StandardColumn, Integer> places) {
    return new Header(names, places, IntStream.range(0, names.size()).boxed().toList());
  }

  /**
   * @param names the cells of the header line
   * @param columns standard column to header, as the job says
   * @param required what it must name
   * @throws BadHeader with everything that is wrong with it
   */
  static Header of(List<String> names, Map<String, String> columns, List<StandardColumn> required)
      throws BadHeader {
    HeaderMatch match = new HeaderMatch(names, columns);
    Map<StandardColumn, Integer> places = new EnumMap<>(match.places());
    List<String> problems = new ArrayList<>(match.problems());
    problems.addAll(missing(match, columns, required));
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
    return new HeaderMatch(names, columns).known();
  }

  /** To which this column means nothing. */
  Header without(StandardColumn column) {
    Map<StandardColumn, Integer> fewer = new EnumMap<>(places);
    fewer.remove(column);
    return new Header(names, fewer, kept);
  }

  /** With the rows' keys in one more column, which takes the place of any key column there was. */
  Header withKey() {
    Integer old = places.get(StandardColumn.ROW_KEY);
    List<String> more = new ArrayList<>(names);
    more.add(name(StandardColumn.ROW_KEY));
    Map<StandardColumn, Integer> moved = new EnumMap<>(places);
    moved.put(StandardColumn.ROW_KEY, names.size());
    return new Header(more, moved, kept.stream().filter(place -> !place.equals(old)).toList());
  }

  List<String> names() {
    return names;
  }

  /** The places of the columns that are carried along. */
  List<Integer> carried() {
    return kept;
  }

  boolean isAt(StandardColumn column, int place) {
    Integer at = places.get(column);
    return at != null && at == place;
  }

  String key(List<String> cells) {
    return cell(StandardColumn.ROW_KEY, cells);
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

  private static List<String> missing(
      HeaderMatch match, Map<String, String> columns, List<StandardColumn> required) {
    List<String> problems = new ArrayList<>();
    List<String> unlike = new ArrayList<>();
    for (StandardColumn column : required) {
      String word = column.word();
      if (!match.isThere(column) && !columns.containsKey(word)) {
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

package io.callsheet.manifest;

import io.callsheet.model.NearestWord;
import io.callsheet.model.StandardColumn;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The columns of a manifest: which of them we know, and which are carried along. */
final class Header {

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
    for (StandardColumn required : List.of(StandardColumn.CHARACTER, StandardColumn.PERFORMANCE)) {
      if (!places.containsKey(required) && !columns.containsKey(required.word())) {
        problems.add(missing(required, names));
      }
    }
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

  private static String missing(StandardColumn column, List<String> names) {
    String word = column.word();
    return names.stream()
        .filter(name -> NearestWord.among(name, List.of(word)).isPresent())
        .findFirst()
        .map(
            near ->
                "there is no column `" + word + "`; `" + near + "`: did you mean `" + word + "`?")
        .orElseGet(
            () ->
                "there is no column `"
                    + word
                    + "`: the first line must name it, or `columns` of the job file must say what it is called; it reads "
                    + HeaderMatch.shown(names));
  }
}

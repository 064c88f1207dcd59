package io.callsheet.manifest;

import io.callsheet.model.StandardColumn;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of a pair: its key, then those of the character, then those of the performance. A
 * column that both files have stands once; the performance's cell is taken where it is filled.
 */
final class PairLayout {

  private static final int ABSENT = -1;

  private final List<String> names = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final Header header;

  /** Where the cells of a column come from. */
  private record Place(int character, int performance) {}

  PairLayout(Header character, Header performance) {
    names.add(StandardColumn.ROW_KEY.word());
    places.add(new Place(ABSENT, ABSENT));
    for (int place : character.carried()) {
      String name = character.names().get(place);
      names.add(name);
      places.add(new Place(place, HeaderMatch.find(performance, name)));
    }
    for (int place : performance.carried()) {
      String name = performance.names().get(place);
      if (HeaderMatch.find(character, name) < 0) {
        names.add(name);
        places.add(new Place(ABSENT, place));
      }
    }
    this.header = Header.at(names, standard(character, performance));
  }

  Header header() {
    return header;
  }

  /** Of two rows of which one may be empty. */
  List<String> cells(String key, List<String> character, List<String> performance) {
    List<String> cells = new ArrayList<>();
    cells.add(key);
    for (Place place : places.subList(1, places.size())) {
      String filled = cell(performance, place.performance());
      cells.add(filled.isBlank() ? cell(character, place.character()) : filled);
    }
    return cells;
  }

  private Map<StandardColumn, Integer> standard(Header character, Header performance) {
    Map<StandardColumn, Integer> standard = new EnumMap<>(StandardColumn.class);
    for (StandardColumn column : StandardColumn.values()) {
      for (int i = 1; i < places.size(); i++) {
        boolean theirs =
            character.isAt(column, places.get(i).character())
                || performance.isAt(column, places.get(i).performance());
        if (theirs) {
          standard.put(column, i);
        }
      }
    }
    standard.put(StandardColumn.ROW_KEY, 0);
    return standard;
  }

  private static String cell(List<String> cells, int place) {
    return place == ABSENT || place >= cells.size() ? "" : cells.get(place);
  }
}

package io.callsheet.manifest;

import io.callsheet.model.NearestWord;
import io.callsheet.model.Problem;
import io.callsheet.model.StandardColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Columns that are carried along, although their names look like slips of ours. */
public final class ColumnNotes {
  private ColumnNotes() {}

  /**
   * One sentence for each.
   *
   * @param header the names of a manifest's columns
   * @param columns standard column to header, as the job says
   */
  public static List<String> of(List<String> header, Map<String, String> columns) {
    HeaderMatch match = new HeaderMatch(header, columns);
    List<String> missing =
        Arrays.stream(StandardColumn.values())
            .filter(column -> !match.isThere(column))
            .map(StandardColumn::word)
            .toList();
    List<String> notes = new ArrayList<>();
    for (int place = 0; place < header.size(); place++) {
      String name = header.get(place).strip();
      if (!match.places().containsValue(place)) {
        NearestWord.among(name, missing)
            .ifPresent(
                near ->
                    notes.add(
                        "column `%s` is carried along unread: did you mean `%s`?"
                            .formatted(Problem.shown(name), near)));
      }
    }
    return notes;
  }
}

package io.callsheet.plan;

import io.callsheet.ledger.UnplannedRow;
import io.callsheet.model.Sha256;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of the next rows, asked for all of them at once.
 *
 * @param contents by row number; of those rows that are chosen and whose files can be used
 * @param known contents that some row of some run has
 * @param delivered rows for which an earlier run may have delivered something
 */
record LookAhead(Map<Long, Sha256> contents, Set<Sha256> known, Set<Long> delivered) {
  static final LookAhead NOTHING = new LookAhead(Map.of(), Set.of(), Set.of());

  static LookAhead at(List<UnplannedRow> chosen, ContentKey content, History history) {
    Map<Long, Sha256> contents = new HashMap<>();
    List<UnplannedRow> usable = new ArrayList<>();
    for (UnplannedRow row : chosen) {
      if (row.image() != null && row.video() != null) {
        contents.put(row.no(), content.of(row, row.image(), row.video()));
        usable.add(row);
      }
    }
    return new LookAhead(
        contents, history.known(Set.copyOf(contents.values())), history.delivered(usable));
  }
}

package io.callsheet.ledger;

import io.callsheet.model.Orientation;
import io.callsheet.model.Problem;
import io.callsheet.model.Resolution;
import io.callsheet.model.RowKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the manifest on its way into the ledger.
 *
 * @param no manifest order, from 1
 * @param line of the file, where the record begins
 * @param priority the largest number where the manifest names none
 * @param anew whether the manifest wants it rendered although the same render may exist
 * @param problems why the row is REJECTED; none for a good row
 * @param performanceLine where the performance stands when it has a file of its own; else 0
 */
public record NewRow(
    long no,
    long line,
    RowKey key,
    List<String> cells,
    @Nullable String character,
    @Nullable String performance,
    @Nullable String prompt,
    @Nullable Orientation orientation,
    @Nullable Resolution resolution,
    String client,
    String campaign,
    long priority,
    boolean anew,
    List<Problem> problems,
    long performanceLine) {
  public NewRow {
    cells = List.copyOf(cells);
    problems = List.copyOf(problems);
  }
}

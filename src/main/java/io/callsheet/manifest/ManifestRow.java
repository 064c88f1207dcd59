package io.callsheet.manifest;

import io.callsheet.model.Orientation;
import io.callsheet.model.Problem;
import io.callsheet.model.Resolution;
import io.callsheet.model.RowKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of a manifest. */
public sealed interface ManifestRow {

  /** Counts the rows from 1, without header and blank lines. */
  long number();

  /** The line of the file where the row begins, counted from 1. */
  long line();

  /** One for each column of {@link ManifestReader#header()}, in its order. */
  List<String> cells();

  /** Unique in its manifest. */
  RowKey key();

  /**
   * A row that can be planned. What its cells leave empty is taken from the job's defaults.
   *
   * @param character reference of an image, not yet looked at
   * @param performance reference of a video, not yet looked at
   * @param client empty when the row names none
   * @param campaign empty when the row names none
   * @param priority from 1; null comes last
   * @param anew whether it is to be rendered although the same render may exist
   * @param performanceLine where the performance stands when it has a file of its own; else 0
   */
  record Good(
      long number,
      long line,
      List<String> cells,
      RowKey key,
      String character,
      String performance,
      @Nullable String prompt,
      Orientation orientation,
      Resolution resolution,
      String client,
      String campaign,
      @Nullable Integer priority,
      boolean anew,
      long performanceLine)
      implements ManifestRow {

    public Good {
      cells = List.copyOf(cells);
    }

    Good withPerformanceOf(long otherLine) {
      return new Good(
          number,
          line,
          cells,
          key,
          character,
          performance,
          prompt,
          orientation,
          resolution,
          client,
          campaign,
          priority,
          anew,
          otherLine);
    }
  }

  /**
   * A row that must be mended first.
   *
   * @param key the row's own where it can be used, else made up from its line
   * @param problems all there are, at least one
   */
  record Bad(long number, long line, List<String> cells, RowKey key, List<Problem> problems)
      implements ManifestRow {

    public Bad {
      cells = List.copyOf(cells);
      problems = List.copyOf(problems);
    }
  }
}

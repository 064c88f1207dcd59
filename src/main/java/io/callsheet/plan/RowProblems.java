package io.callsheet.plan;

import io.callsheet.asset.MediaLimits;
import io.callsheet.ledger.UnplannedRow;
import java.util.ArrayList;
import java.util.List;

/** What speaks against rendering a row, once its files are known. */
final class RowProblems {
  private RowProblems() {}

  static List<String> of(UnplannedRow row) {
    List<String> problems = new ArrayList<>();
    if (row.imageProblem() != null) {
      problems.add("character: " + row.imageProblem());
    }
    if (row.videoProblem() != null) {
      problems.add("performance: " + row.videoProblem());
    } else if (row.video() != null) {
      MediaLimits.videoProblem(row.video(), row.orientation())
          .ifPresent(problem -> problems.add("performance " + row.performance() + " " + problem));
    }
    return problems;
  }
}

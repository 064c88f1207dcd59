package io.callsheet.plan;

import io.callsheet.asset.OrientationCheck;
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
      OrientationCheck.problem(row.performance(), row.video(), row.orientation())
          .ifPresent(problem -> problems.add("performance: " + problem));
    }
    return problems;
  }
}

package io.callsheet.plan;

import io.callsheet.asset.OrientationCheck;
import io.callsheet.ledger.UnplannedRow;
import io.callsheet.model.AssetRole;
import io.callsheet.model.Problem;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with the files of a row. */
final class RowProblems {

  private final List<Problem> problems = new ArrayList<>();
  private final UnplannedRow row;

  private RowProblems(UnplannedRow row) {
    this.row = row;
  }

  static List<Problem> of(UnplannedRow row) {
    RowProblems found = new RowProblems(row);
    if (row.imageProblem() != null) {
      found.add(AssetRole.CHARACTER, row.imageProblem());
    }
    if (row.videoProblem() != null) {
      found.add(AssetRole.PERFORMANCE, row.videoProblem());
    } else if (row.video() != null) {
      OrientationCheck.problem(row.performance(), row.video(), row.orientation())
          .ifPresent(problem -> found.add(AssetRole.PERFORMANCE, problem));
    }
    return found.problems;
  }

  /** In a matrix each of the two has its own file and line. */
  private void add(AssetRole role, String text) {
    String reference = role == AssetRole.CHARACTER ? row.character() : row.performance();
    boolean matrix = row.performanceLine() > 0;
    boolean second = matrix && role == AssetRole.PERFORMANCE;
    String[] parts = alone(text, reference).split("; ", 2);
    problems.add(
        new Problem(
            matrix ? role.word() + "s" : "",
            second ? row.performanceLine() : row.line(),
            role.word(),
            reference,
            parts[0],
            parts.length > 1 ? parts[1] : ""));
  }

  /** Without the reference that it may begin with, which is told as the value. */
  private static String alone(String text, String reference) {
    String named = "`" + reference + "` ";
    return text.startsWith(named) ? text.substring(named.length()) : text;
  }
}

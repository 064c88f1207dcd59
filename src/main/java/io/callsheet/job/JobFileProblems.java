package io.callsheet.job;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A job file that cannot be used, with everything that is wrong with it. */
@SuppressWarnings("serial") // The list and its records are serializable; its interface is not.
public final class JobFileProblems extends Exception {

  private final List<JobProblem> problems;

  /**
   * Sorts the problems by line.
   *
   * @param file as the user named it
   */
  public JobFileProblems(Path file, List<JobProblem> problems) {
    this(file.toString(), inOrder(problems));
  }

  private JobFileProblems(String file, List<JobProblem> problems) {
    super(problems.stream().map(p -> file + ":" + p).collect(Collectors.joining("\n")));
    this.problems = problems;
  }

  /** In the order of their lines; never empty. */
  public List<JobProblem> problems() {
    return problems;
  }

  private static List<JobProblem> inOrder(List<JobProblem> problems) {
    return problems.stream().sorted(Comparator.comparingInt(JobProblem::line)).toList();
  }
}

package io.callsheet.asset.remote;

import java.io.IOException;

/** A file that cannot be had, whoever tries again. The message begins with a verb. */
final class Refused extends IOException {
  private static final long serialVersionUID = 1L;

  private final String problem;

  Refused(String problem) {
    super(problem);
    this.problem = problem;
  }

  String problem() {
    return problem;
  }
}

package io.callsheet.asset.remote;

import java.io.IOException;

/** Trouble that may be over in a moment. The message begins with a verb. */
final class Passing extends IOException {
  private static final long serialVersionUID = 1L;

  private final String problem;

  Passing(String problem) {
    super(problem);
    this.problem = problem;
  }

  String problem() {
    return problem;
  }
}

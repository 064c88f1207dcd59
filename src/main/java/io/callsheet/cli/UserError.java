package io.callsheet.cli;

import io.callsheet.model.ExitCode;

/** Something that the person at the terminal has to mend; its message says how. */
final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exit;

  UserError(ExitCode exit, String message) {
    super(message);
    this.exit = exit;
  }

  /** A mistake in the command, the job file or the manifest. */
  static UserError refused(String message) {
    return new UserError(ExitCode.REFUSED, message);
  }

  ExitCode exit() {
    return exit;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}

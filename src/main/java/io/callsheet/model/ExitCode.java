package io.callsheet.model;

/** What a command's exit code says. */
public enum ExitCode {
  /** Every selected row succeeded or was reused; or a command that shows or decides did so. */
  DONE(0),
  /** We failed; resume is possible. */
  INTERNAL(1),
  /** Usage, job file or manifest; this command spent nothing. */
  REFUSED(2),
  /** Finished, with failed, rejected or not-run rows. */
  UNSUCCESSFUL(3),
  STOPPED(4),
  /** Somebody must act; one line says what to do. */
  PAUSED(5),
  /** Only rows in doubt or overdue are left. */
  DECISION(6),
  /** Another process works on this run, or holds the state. */
  HELD(7);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}

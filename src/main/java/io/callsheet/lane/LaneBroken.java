package io.callsheet.lane;

/** The work of a lane threw: a bug or an outage of ours. */
final class LaneBroken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LaneBroken(String lane, Throwable cause) {
    super("the " + lane + " lane broke: " + cause.getMessage(), cause);
  }
}

package io.callsheet.lane;

/**
 * Why a run goes no further by itself.
 *
 * @param message one line: what happened and what to do
 */
public record Pause(Kind kind, String message) {

  /** What has to be mended. */
  public enum Kind {
    /** The manifest has problems that nobody accepted; nothing was spent. */
    REFUSED(true),
    /** The plan is made, and no more was asked for. */
    PLANNED(true),
    APPROVAL(false),
    CREDITS(false),
    KEY(true),
    SERVICE(false),
    /** Nothing can be polled or fetched: waiting here helps nobody. */
    UNREACHABLE(true),
    STORAGE(false),
    DISK(true),
    TOLERATED(false),
    /** Another process owns the run now. */
    OWNER(true),
    /** A bug or a lost database; what is paid is still brought home where that is possible. */
    INTERNAL(false);

    private final boolean atOnce;

    Kind(boolean atOnce) {
      this.atOnce = atOnce;
    }

    /** Whether it no longer matters once every row has ended. */
    public boolean isMootAtEnd() {
      return switch (this) {
        case REFUSED, PLANNED, OWNER, INTERNAL -> false;
        case APPROVAL, CREDITS, KEY, SERVICE, UNREACHABLE, STORAGE, DISK, TOLERATED -> true;
      };
    }

    /** Whether not even tasks in flight can be followed. */
    public boolean isAtOnce() {
      return atOnce;
    }
  }
}

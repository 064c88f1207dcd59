package io.callsheet.lane;

/**
 * Why a run goes no further by itself.
 *
 * @param message one line: what happened and what to do
 */
public record Pause(Kind kind, String message) {

  /** What has to be mended, and how far the execution still goes. */
  public enum Kind {
    /** The manifest has problems that nobody accepted; nothing was spent. */
    REFUSED(Reach.NOTHING),
    /** The plan is made, and no more was asked for. */
    PLANNED(Reach.NOTHING),
    APPROVAL(Reach.DRAIN),
    CREDITS(Reach.DRAIN),
    KEY(Reach.REPORTS),
    SERVICE(Reach.DRAIN),
    /** Nothing can be polled or fetched: waiting here helps nobody. */
    UNREACHABLE(Reach.REPORTS),
    STORAGE(Reach.DRAIN),
    DISK(Reach.NOTHING),
    TOLERATED(Reach.DRAIN),
    /** Another process owns the run now. */
    OWNER(Reach.NOTHING),
    /** A bug or a lost database. */
    INTERNAL(Reach.NOTHING);

    private final Reach reach;

    Kind(Reach reach) {
      this.reach = reach;
    }

    Reach reach() {
      return reach;
    }

    /** Whether it no longer matters once every row has ended. */
    public boolean isMootAtEnd() {
      return switch (this) {
        case REFUSED, PLANNED, OWNER, INTERNAL -> false;
        case APPROVAL, CREDITS, KEY, SERVICE, UNREACHABLE, STORAGE, DISK, TOLERATED -> true;
      };
    }
  }

  /** What is still done after a pause. */
  enum Reach {
    /** Tasks in flight are followed to their end, then reports are written. */
    DRAIN,
    /** The lanes end at once; reports are written. */
    REPORTS,
    /** The execution ends at once. */
    NOTHING
  }
}

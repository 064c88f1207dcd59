package io.callsheet.model;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where a row stands. {@link #canBecome} is the one table of legal moves; only the ledger makes
 * them.
 */
public enum RowState {
  /** Read from the manifest, not planned yet; or waiting for the identical row that it follows. */
  PENDING,
  /** Planned to render; its assets are not known to be stored. */
  READY,
  /** Both assets are in storage. */
  STAGED,
  /** The intent to submit is durable; the POST may be under way. */
  SUBMITTING,
  /** The service has given a task id. */
  RENDERING,
  /** A finished render exists; its file is not in place yet. */
  RENDERED,
  SUCCEEDED,
  /** An earlier identical render was delivered; nothing was paid. */
  REUSED,
  FAILED,
  /** Refused before anything was sent: the row itself or an asset is wrong. */
  REJECTED,
  /** Left out on purpose; see {@link NotRun}. */
  NOT_RUN,
  /** A submission whose outcome is unknown: open until a person resolves it. */
  IN_DOUBT;

  private static final Set<RowState> ENDS =
      EnumSet.of(SUCCEEDED, REUSED, FAILED, REJECTED, NOT_RUN);

  /** Whether nothing further happens to a row in this state by itself. */
  public boolean isEnd() {
    return ENDS.contains(this);
  }

  public boolean canBecome(RowState next) {
    return switch (this) {
      case PENDING ->
          next == READY
              || next == RENDERED
              || next == FAILED
              || next == REJECTED
              || next == NOT_RUN;
      case READY -> next == STAGED || next == NOT_RUN;
      case STAGED -> next == SUBMITTING || next == NOT_RUN;
      case SUBMITTING -> next == STAGED || next == FAILED || next == RENDERING || next == IN_DOUBT;
      case IN_DOUBT -> next == RENDERING || next == STAGED || next == FAILED;
      case RENDERING -> next == RENDERED || next == STAGED || next == FAILED;
      case RENDERED -> next == SUCCEEDED || next == REUSED || next == FAILED || next == NOT_RUN;
      case FAILED, NOT_RUN, SUCCEEDED, REUSED -> next == PENDING;
      case REJECTED -> false;
    };
  }

  /** As it is written in files: {@code not-run}, {@code in-doubt}. */
  public String word() {
    return Words.of(this);
  }
}

package io.callsheet.ledger;

import io.callsheet.model.RowState;
import io.callsheet.model.RunId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What every lane asks: is there anything left, and when is the next row due? */
public final class LaneBook {
  private static final Set<RowState> LIVE =
      EnumSet.of(
          RowState.READY,
          RowState.STAGED,
          RowState.SUBMITTING,
          RowState.RENDERING,
          RowState.RENDERED);
  private static final Set<RowState> PAID =
      EnumSet.of(RowState.SUBMITTING, RowState.RENDERING, RowState.RENDERED);

  private static final Set<RowState> WAITING = EnumSet.of(RowState.READY, RowState.STAGED);

  private final RowTable rows;
  private final InstantSource clock;

  LaneBook(RowTable rows, InstantSource clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /**
   * Whether any lane may still get work.
   *
   * @param draining nothing new is submitted: only what is sent already counts
   */
  public boolean isLive(RunId run, boolean draining) {
    return rows.any(run, draining ? PAID : LIVE);
  }

  /** Whether rows wait to be sent. */
  public boolean isWaiting(RunId run) {
    return rows.any(run, WAITING);
  }

  /** Failed rows and all that were planned to render, those that failed included. */
  public Failures failures(RunId run) {
    return rows.tally().failures(run);
  }

  /**
   * How much of a run has failed.
   *
   * @param planned rows that were to render
   */
  public record Failures(long failed, long planned) {}

  public Optional<Instant> nextDue(RunId run, RowState state) {
    return rows.nextDue(run, state, clock.instant());
  }
}

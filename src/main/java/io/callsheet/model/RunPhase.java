package io.callsheet.model;

/** The life of a run. Paused and stopped are how an execution ended, not phases. */
public enum RunPhase {
  PLANNING,
  PLANNED,
  /** The manifest has problems that nobody accepted. */
  REFUSED,
  /** Other inputs came before anything was spent. */
  DISCARDED,
  /** Past the gate: credits may be spent. */
  RUNNING,
  /** A newer run took over; what is paid is still brought home. */
  CLOSING,
  /** No open row. */
  ENDED;

  public boolean canBecome(RunPhase next) {
    return switch (this) {
      case PLANNING -> next == PLANNED || next == REFUSED || next == DISCARDED;
      case PLANNED -> next == RUNNING || next == DISCARDED;
      case RUNNING -> next == CLOSING || next == ENDED;
      case CLOSING -> next == ENDED;
      case ENDED -> next == RUNNING;
      case REFUSED, DISCARDED -> false;
    };
  }
}

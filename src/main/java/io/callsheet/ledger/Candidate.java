package io.callsheet.ledger;

import io.callsheet.model.Credits;
import io.callsheet.model.RowKey;
import java.util.List;

/**
 * Submissions whose cost the ledger only surmises, so that they may explain a balance.
 *
 * @param credits that the ledger reserves or books for them together
 * @param first keys of the first few rows
 */
public record Candidate(Kind kind, long rows, Credits credits, List<RowKey> first) {
  public Candidate {
    first = List.copyOf(first);
  }

  /** Why the ledger only surmises it; the likeliest first. */
  public enum Kind {
    /** May have been taken and charged: reserved, not booked. */
    IN_DOUBT,
    /** Given up and booked at what was reserved, basis assumed. */
    WRITTEN_OFF,
    /** Booked by the rate card, since the service did not say. */
    COMPUTED,
    /** Closed as not taken or written off, and taken after all; its end is not known yet. */
    LATE
  }
}

package io.callsheet.ledger;

import io.callsheet.model.ChargeBasis;
import io.callsheet.model.Credits;
import io.callsheet.model.FailureClass;
import java.net.URI;
import java.time.Instant;

/** What a poll told of a row, in the ledger's terms. */
public sealed interface Verdict {
  PollRow row();

  /** The render is there and is charged. */
  record Finished(PollRow row, URI file, Credits charged, ChargeBasis basis) implements Verdict {}

  /** The task ended without a render, unpaid; the row fails. */
  record Failed(PollRow row, FailureClass failure, String message) implements Verdict {}

  /** The task ended without a render, unpaid; the row is sent again when due. */
  record Retry(PollRow row, String message, Instant due) implements Verdict {}

  /** Past the deadline, and nothing is decided: it holds no place from now on; ask when due. */
  record Overdue(PollRow row, Instant due) implements Verdict {}
}

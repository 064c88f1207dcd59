package io.callsheet.ledger;

import java.time.Instant;

/** The answer to a process that wants to work on a job's runs. */
public sealed interface Lease {
  /** It may; every intent it writes carries this epoch. */
  record Taken(long epoch) implements Lease {}

  /** Another process does. */
  record Held(Owner by, Instant until) implements Lease {}
}

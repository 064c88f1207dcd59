package io.callsheet.cli;

import io.callsheet.ledger.Lease;
import io.callsheet.ledger.Owner;
import io.callsheet.model.ExitCode;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/**
 * Takes the lease on a job's runs: from a dead owner at once, from a silent one when it expires.
 */
final class Leases {
  private static final long LOOK_EVERY = 500_000_000L;

  private final Office office;
  private final Clock clock;
  private final ThisProcess me = ThisProcess.now();

  Leases(Office office, Clock clock) {
    this.office = office;
    this.clock = clock;
  }

  /**
   * @return the epoch of the lease
   * @throws UserError with exit 7 if its owner is alive
   */
  long take(String job, String label) {
    Lease lease = ask(job, label);
    if (!(lease instanceof Lease.Held first)) {
      return ((Lease.Taken) lease).epoch();
    }
    // An owner that renews is alive; one that does not runs out.
    while (clock.instant().isBefore(first.until().plusSeconds(1))) {
      LockSupport.parkNanos(LOOK_EVERY);
      lease = ask(job, label);
      if (lease instanceof Lease.Taken taken) {
        return taken.epoch();
      }
      if (isRenewed(first.until(), (Lease.Held) lease)) {
        break;
      }
    }
    throw new UserError(
        ExitCode.HELD,
        "%s is worked on by pid %d on %s; look at it with: callsheet status"
            .formatted(job, first.by().pid(), first.by().host()));
  }

  private static boolean isRenewed(Instant before, Lease.Held now) {
    return now.until().isAfter(before);
  }

  private Lease ask(String job, String label) {
    return office.ledger().owners().take(job, label, me.owner(), Heartbeat.LEASE, this::isDead);
  }

  /** Whoever had an H2 file open before us is gone: it opens for one process at a time. */
  private boolean isDead(Owner owner) {
    return office.database().isExclusive()
        || (owner.host().equals(me.host()) && !ThisProcess.lives(owner.pid(), owner.started()));
  }
}

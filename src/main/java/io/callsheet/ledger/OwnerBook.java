package io.callsheet.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All SQL of the table {@code owner}: one lease per job and label. */
public final class OwnerBook {
  private static final String FIND =
      "SELECT * FROM owner WHERE job = :job AND label = :label FOR UPDATE";
  private static final String INSERT =
      """
      INSERT INTO owner (job, label, epoch, pid, pid_started, host, expires_at)
      VALUES (:job, :label, :epoch, :pid, :started, :host, :expires)
      """;
  private static final String UPDATE =
      """
      UPDATE owner SET epoch = :epoch, pid = :pid, pid_started = :started, host = :host,
        expires_at = :expires
      WHERE job = :job AND label = :label
      """;
  private static final String RENEW =
      "UPDATE owner SET expires_at = :expires WHERE job = :job AND label = :label AND epoch = :epoch";
  private static final String RELEASE =
      """
      UPDATE owner SET pid = 0, expires_at = :now
      WHERE job = :job AND label = :label AND epoch = :epoch
      """;

  private final JdbcClient jdbc;
  private final Transactions tx;
  private final InstantSource clock;

  OwnerBook(JdbcClient jdbc, Transactions tx, InstantSource clock) {
    this.jdbc = jdbc;
    this.tx = tx;
    this.clock = clock;
  }

  /**
   * Takes the lease, from nobody, from an owner that {@code dead} knows to be gone, or after its
   * expiry.
   */
  public Lease take(String job, String label, Owner me, Duration life, Predicate<Owner> dead) {
    try {
      return takeOnce(job, label, me, life, dead);
    } catch (DuplicateKeyException e) {
      // Another process took the very first lease in the same instant: now there is one to read.
      return takeOnce(job, label, me, life, dead);
    }
  }

  private Lease takeOnce(String job, String label, Owner me, Duration life, Predicate<Owner> dead) {
    return tx.durably(
        undo -> {
          Instant now = clock.instant();
          Optional<Line> found =
              jdbc.sql(FIND)
                  .param("job", job)
                  .param("label", label)
                  .query(
                      (rs, n) ->
                          new Line(
                              new Owner(
                                  rs.getLong("pid"),
                                  rs.getString("pid_started"),
                                  rs.getString("host")),
                              rs.getLong("epoch"),
                              Columns.requiredInstant(rs, "expires_at")))
                  .optional();
          if (found.isPresent() && held(found.get(), now, dead)) {
            return new Lease.Held(found.get().owner(), found.get().expires());
          }
          long epoch = found.map(Line::epoch).orElse(0L) + 1;
          write(found.isPresent() ? UPDATE : INSERT, job, label, me, epoch, now.plus(life));
          return new Lease.Taken(epoch);
        });
  }

  private static boolean held(Line line, Instant now, Predicate<Owner> dead) {
    return line.owner().pid() != 0 && line.expires().isAfter(now) && !dead.test(line.owner());
  }

  private void write(String sql, String job, String label, Owner me, long epoch, Instant expires) {
    jdbc.sql(sql)
        .param("job", job)
        .param("label", label)
        .param("epoch", epoch)
        .param("pid", me.pid())
        .param("started", me.started())
        .param("host", me.host())
        .param("expires", Columns.time(expires))
        .update();
  }

  /** Whether the lease was still ours and lives on. */
  public boolean renew(String job, String label, long epoch, Duration life) {
    return tx.call(
        () ->
            jdbc.sql(RENEW)
                    .param("job", job)
                    .param("label", label)
                    .param("epoch", epoch)
                    .param("expires", Columns.time(clock.instant().plus(life)))
                    .update()
                == 1);
  }

  public void release(String job, String label, long epoch) {
    tx.run(
        () ->
            jdbc.sql(RELEASE)
                .param("job", job)
                .param("label", label)
                .param("epoch", epoch)
                .param("now", Columns.time(clock.instant()))
                .update());
  }

  private record Line(Owner owner, long epoch, Instant expires) {}
}

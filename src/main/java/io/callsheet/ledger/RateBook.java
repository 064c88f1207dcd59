package io.callsheet.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * All SQL of the table {@code rate_gate}: when the next call of a kind may go out, and which level
 * was found. Slots are spread evenly; a slot that is lost with its process is only a pause.
 */
public final class RateBook {
  /** No call is held back for longer than this. */
  public static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

  private static final int QUEUE = 64;

  private static final String FIND =
      "SELECT next_free_at, level FROM rate_gate WHERE name = :name FOR UPDATE";
  private static final String LEVEL = "SELECT level FROM rate_gate WHERE name = :name";
  private static final String KEEP_LEVEL = "UPDATE rate_gate SET level = :level WHERE name = :name";
  private static final String UPDATE =
      "UPDATE rate_gate SET next_free_at = :next WHERE name = :name";
  private static final String INSERT =
      "INSERT INTO rate_gate (name, next_free_at) VALUES (:name, :next)";

  private final JdbcClient jdbc;
  private final Transactions tx;
  private final InstantSource clock;

  RateBook(JdbcClient jdbc, Transactions tx, InstantSource clock) {
    this.jdbc = jdbc;
    this.tx = tx;
    this.clock = clock;
  }

  /**
   * Makes the gate if this is the first time that anybody comes by, and opens one that a clock
   * which was wrong has closed for longer than any pause may last.
   */
  public void open(String name) {
    try {
      tx.run(
          () -> {
            Instant now = clock.instant();
            Optional<Slots> next = find(name);
            if (next.isEmpty()) {
              write(INSERT, name, now);
            } else if (next.get().first().isAfter(now.plus(LONGEST_PAUSE))) {
              write(UPDATE, name, now);
            }
          });
    } catch (DuplicateKeyException e) {
      // Another process made it in the same instant: it is there, which is all that is wanted.
      return;
    }
  }

  /**
   * Takes {@code count} slots that lie {@code interval} apart and says when the first one is, and
   * which level anybody has kept.
   */
  public Slots take(String name, Duration interval, int count) {
    return tx.call(
        () -> {
          Instant now = clock.instant();
          Slots free = find(name).orElseThrow(() -> new IllegalStateException("no gate " + name));
          Instant next = free.first();
          // Further ahead than any pause and any queue of ours: the clock was set back.
          Instant horizon = now.plus(LONGEST_PAUSE).plus(interval.multipliedBy(QUEUE));
          Instant slot = next.isAfter(now) && next.isBefore(horizon) ? next : now;
          write(UPDATE, name, slot.plus(interval.multipliedBy(count)));
          return new Slots(slot, free.level());
        });
  }

  /** Nobody passes before {@code until}. */
  public void close(String name, Instant until) {
    tx.run(
        () -> {
          if (find(name).filter(next -> next.first().isBefore(until)).isPresent()) {
            write(UPDATE, name, until);
          }
        });
  }

  /** The level that was kept last, in thousandths; empty if none ever was. */
  public Optional<Long> level(String name) {
    return jdbc.sql(LEVEL)
        .param("name", name)
        .query((rs, n) -> Optional.ofNullable(Columns.optionalLong(rs, "level")))
        .optional()
        .flatMap(level -> level);
  }

  /** Keeps the level that calls of this name have found, in thousandths, for later runs. */
  public void keepLevel(String name, long level) {
    tx.run(() -> jdbc.sql(KEEP_LEVEL).param("name", name).param("level", level).update());
  }

  private Optional<Slots> find(String name) {
    return jdbc.sql(FIND)
        .param("name", name)
        .query(
            (rs, n) ->
                new Slots(
                    Columns.requiredInstant(rs, "next_free_at"), Columns.optionalLong(rs, "level")))
        .optional();
  }

  private void write(String sql, String name, Instant next) {
    jdbc.sql(sql).param("name", name).param("next", Columns.time(next)).update();
  }

  /**
   * When calls may go out.
   *
   * @param first of the slots
   * @param level in thousandths, as kept by any process; null if none ever was
   */
  public record Slots(Instant first, @Nullable Long level) {}
}

package io.callsheet.lane;

import io.callsheet.ledger.RateBook;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/**
 * How many tasks the service bears at once, as far as its refusals have told. A refusal is blamed
 * on the number in flight when the service says so, when one more was just tried, or after rests of
 * together 15 s with nothing taken in between: a rate of 4 a minute would have recovered. The
 * number in flight then, all runs at the service together, is the level.
 *
 * <p>Once as many submissions as that have passed, one more is tried; two more, four more where
 * that went well, up to what is configured. Where it was refused, the next try is put off for twice
 * as many: each costs a refusal as long as the limit stands.
 */
public final class Places {
  private static final Pattern WORDS =
      Pattern.compile(
          "concurren|simultaneous|parallel|in flight|in-flight|running task|active task");

  private static final long UNKNOWN = Long.MAX_VALUE / 1000;
  private static final int LONGEST = 8;
  private static final int IN_A_ROW = 5;

  /** Another process may have found a level since; so many refusals more are no harm. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final RateBook book;
  private final String name;
  private final int most;
  private final LongSupplier ours;
  private final LongSupplier others;
  private final InstantSource clock;
  private long level;
  private Instant looked;
  private long passed;
  private long step = 1;
  private int rounds = 1;
  private boolean trying;
  private int row;
  private volatile int refusals;
  private volatile boolean isShort;

  /**
   * @param name the same one in every process that uses the same account
   * @param most as configured
   * @param ours how many tasks of this run hold a place now
   * @param others the same of all other runs at the service
   */
  public Places(
      RateBook book,
      String name,
      int most,
      LongSupplier ours,
      LongSupplier others,
      InstantSource clock) {
    this.book = book;
    this.name = name;
    this.most = most;
    this.ours = ours;
    this.others = others;
    this.clock = clock;
    book.open(name);
    this.looked = clock.instant();
    this.level = kept();
  }

  private long kept() {
    return book.level(name).map(level -> Math.max(1, level / 1000)).orElse(UNKNOWN);
  }

  /** How many more tasks may be in flight. */
  public synchronized long free() {
    look();
    long own = ours.getAsLong();
    long free = most - own;
    // Nothing to find out as long as nothing was ever refused.
    return level == UNKNOWN ? free : Math.min(free, level - own - others.getAsLong());
  }

  private void look() {
    Instant now = clock.instant();
    if (Duration.between(looked, now).abs().compareTo(LOOK_AGAIN) > 0) {
      looked = now;
      level = kept();
    }
  }

  /** Notes whether there were too few of them for all that could be sent at once. */
  public void wereShort(boolean tooFew) {
    isShort = tooFew;
  }

  /** Whether a task that is known to be done sooner would let a row be sent sooner. */
  public boolean areShort() {
    return isShort;
  }

  /** Whether no task of ours is known that could end and make room. */
  public boolean areEmpty() {
    return ours.getAsLong() + others.getAsLong() == 0;
  }

  /**
   * How often there were too many; whoever waited meanwhile must look again whether there is room.
   */
  public int refusals() {
    return refusals;
  }

  /** The service took a submission, or refused it for what it is. */
  public synchronized void passed() {
    row = 0;
    if (level == UNKNOWN || ++passed < (trying ? level : level * rounds)) {
      return;
    }
    passed = 0;
    long useful = most + others.getAsLong();
    if (level >= useful) {
      return;
    }
    if (trying) {
      step = Math.min(2 * step, Math.max(1, level / 4));
      rounds = 1;
    }
    trying = true;
    set(Math.min(useful, level + step));
  }

  /** The service refused a submission; returns whether for the number of tasks in flight. */
  public synchronized boolean refused(String message) {
    boolean told = WORDS.matcher(message.toLowerCase(Locale.ROOT)).find();
    row++;
    long now = ours.getAsLong() + others.getAsLong();
    boolean tried = trying && now >= level - step;
    if (!told && !tried && (row < IN_A_ROW || now == 0)) {
      return false;
    }
    row = 0;
    refusals++;
    if (now > 0) {
      rounds = trying && step == 1 ? Math.min(LONGEST, 2 * rounds) : rounds;
      trying = false;
      step = 1;
      passed = 0;
      set(Math.min(level, now));
    }
    return true;
  }

  private void set(long value) {
    if (value != level) {
      level = value;
      looked = clock.instant();
      book.keepLevel(name, value * 1000L);
    }
  }
}

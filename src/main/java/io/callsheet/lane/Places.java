package io.callsheet.lane;

import io.callsheet.ledger.RateBook;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/**
 * How many tasks the service bears at once, as far as its refusals have told. It is blamed on the
 * number in flight when the service says so, or when it refuses again after a rest with nothing
 * taken in between: a rate would have recovered. The number in flight then is the level; each time
 * as many submissions as that have passed, one more is tried, up to what is configured.
 */
public final class Places {
  private static final Pattern WORDS =
      Pattern.compile(
          "concurren|simultaneous|parallel|in flight|in-flight|running task|active task");

  private final RateBook book;
  private final String name;
  private final int most;
  private final LongSupplier inFlight;
  private int level;
  private int passed;
  private boolean refusedLast;
  private volatile boolean isShort;

  /**
   * @param name the same one in every process that uses the same account
   * @param most as configured
   * @param inFlight how many tasks hold a place now
   */
  public Places(RateBook book, String name, int most, LongSupplier inFlight) {
    this.book = book;
    this.name = name;
    this.most = most;
    this.inFlight = inFlight;
    book.open(name);
    this.level = (int) Math.min(most, book.level(name).orElse(most * 1000L) / 1000);
  }

  /** How many tasks may be in flight. */
  public synchronized int level() {
    return level;
  }

  /** Notes whether there were too few of them for all that could be sent at once. */
  public void wereShort(boolean tooFew) {
    isShort = tooFew;
  }

  /** Whether a task that is known to be done sooner would let a row be sent sooner. */
  public boolean areShort() {
    return isShort;
  }

  /** The service took a submission, or refused it for what it is. */
  public synchronized void passed() {
    refusedLast = false;
    passed++;
    if (level < most && passed >= level) {
      set(level + 1);
    }
  }

  /** The service refused a submission; returns whether for the number of tasks in flight. */
  public synchronized boolean refused(String message) {
    boolean told = WORDS.matcher(message.toLowerCase(Locale.ROOT)).find();
    boolean again = refusedLast;
    refusedLast = true;
    long now = inFlight.getAsLong();
    if (now == 0 || !(told || again)) {
      return false;
    }
    set((int) Math.min(level, now));
    return true;
  }

  private void set(int value) {
    passed = 0;
    if (value != level) {
      level = value;
      book.keepLevel(name, value * 1000L);
    }
  }
}

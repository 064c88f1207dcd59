package io.callsheet.ledger;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets threads that have committed side by side share one checkpoint: whoever comes while one is
 * made is served by the next, and so is everybody who waits with it. A checkpoint writes pages of
 * every table that has changed, however little: in a crowd it is worth a wait of milliseconds.
 */
final class SharedCheckpoint implements Durability {
  private static final long GATHERED_NANOS = 5_000_000;
  private static final long ORDERED_NANOS = 20_000_000;

  private final Durability checkpoint;
  private final ExecutorService orders =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "checkpoint");
            thread.setDaemon(true);
            return thread;
          });
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition made = lock.newCondition();
  private long asked;
  private long served;
  private boolean underWay;
  private long begun = System.nanoTime() - GATHERED_NANOS;
  private boolean ordered;

  SharedCheckpoint(Durability checkpoint) {
    this.checkpoint = checkpoint;
  }

  @Override
  public void make() {
    lock.lock();
    try {
      serve(++asked);
    } finally {
      lock.unlock();
    }
  }

  /** Left to the next that somebody waits for, if one comes in time. */
  @Override
  public void soon() {
    lock.lock();
    try {
      long mine = ++asked;
      if (!ordered) {
        ordered = true;
        orders.execute(() -> fill(mine));
      }
    } finally {
      lock.unlock();
    }
  }

  private void fill(long first) {
    LockSupport.parkNanos(ORDERED_NANOS);
    lock.lock();
    try {
      serve(first);
      ordered = served < asked;
      if (ordered) {
        long rest = asked;
        orders.execute(() -> fill(rest));
      }
    } catch (RuntimeException e) {
      // A file that cannot be written: whoever waits for the next one is told.
      ordered = false;
    } finally {
      lock.unlock();
    }
  }

  private void serve(long mine) {
    while (served < mine) {
      if (underWay) {
        made.awaitUninterruptibly();
      } else {
        serve();
      }
    }
  }

  private void serve() {
    underWay = true;
    long all = served;
    lock.unlock();
    try {
      LockSupport.parkNanos(begun + GATHERED_NANOS - System.nanoTime());
      begun = System.nanoTime();
      // Read before it begins: only what is committed by now is sure to be in it.
      long committed = asked();
      checkpoint.make();
      all = committed;
    } finally {
      lock.lock();
      underWay = false;
      served = all;
      made.signalAll();
    }
  }

  private long asked() {
    lock.lock();
    try {
      return asked;
    } finally {
      lock.unlock();
    }
  }
}

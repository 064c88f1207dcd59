package io.callsheet.ledger;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets threads that have committed side by side share one checkpoint: whoever comes while one is
 * made is served by the next, and so is everybody who waits with it. A checkpoint writes pages of
 * every table that has changed, however little: in a crowd it is worth a wait of milliseconds.
 */
final class SharedCheckpoint implements Durability {
  private static final long GATHERED_NANOS = 10_000_000;

  private final Durability checkpoint;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition made = lock.newCondition();
  private long asked;
  private long served;
  private boolean underWay;
  private long begun = System.nanoTime() - GATHERED_NANOS;

  SharedCheckpoint(Durability checkpoint) {
    this.checkpoint = checkpoint;
  }

  @Override
  public void make() {
    lock.lock();
    try {
      long mine = ++asked;
      while (served < mine) {
        if (underWay) {
          made.awaitUninterruptibly();
        } else {
          serve();
        }
      }
    } finally {
      lock.unlock();
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

package io.callsheet.ledger;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets threads that have committed side by side share one checkpoint: whoever waits for its turn is
 * served by the next that begins, and so is everybody who waits with it.
 */
final class SharedCheckpoint implements Durability {
  private final Durability checkpoint;
  private final AtomicLong asked = new AtomicLong();
  private final ReentrantLock turn = new ReentrantLock();
  private long served;

  SharedCheckpoint(Durability checkpoint) {
    this.checkpoint = checkpoint;
  }

  @Override
  public void make() {
    long mine = asked.incrementAndGet();
    turn.lock();
    try {
      if (served < mine) {
        // Read before it begins: only what is committed by now is sure to be in it.
        long all = asked.get();
        checkpoint.make();
        served = all;
      }
    } finally {
      turn.unlock();
    }
  }
}

package io.callsheet.provider.vidgo;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.concurrent.Cancellable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends blocking calls whose time is over, whose thread was interrupted or whose client was closed.
 * A thread that reads from a socket hears none of these, and a server that sends a byte now and
 * then is never silent.
 */
final class CallWatch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(CallWatch.class);
  private static final long LOOK_MILLIS = 50;
  private static final long CHORE_PAUSE = Duration.ofSeconds(3).toNanos();

  private final Set<Call> underWay = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Runnable chore;
  private long choreDue;

  /**
   * @param chore is done every three seconds or so
   */
  CallWatch(Runnable chore) {
    this.chore = chore;
    this.choreDue = System.nanoTime() + CHORE_PAUSE;
    Thread thread = new Thread(this::keepLooking, "vidgo-watch");
    thread.setDaemon(true);
    thread.start();
  }

  /** Watches a call of this thread until what is returned is closed. */
  Call begin(Cancellable request, Duration limit) {
    Call call = new Call(request, limit);
    underWay.add(call);
    return call;
  }

  /** Ends all calls; those begun later end at their {@link Call#check}. */
  @Override
  public void close() {
    closed.countDown();
    look();
  }

  private void keepLooking() {
    try {
      while (!closed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        lookAndDoChore();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whatever goes wrong with one call, the others are watched on. */
  private void lookAndDoChore() {
    try {
      look();
      if (System.nanoTime() - choreDue >= 0) {
        choreDue = System.nanoTime() + CHORE_PAUSE;
        chore.run();
      }
    } catch (RuntimeException e) {
      log.warn("watching calls to the service", e);
    }
  }

  private void look() {
    for (Call call : underWay) {
      if (call.isOver()) {
        call.request.cancel();
      }
    }
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  /** One call of one thread. */
  final class Call implements AutoCloseable {
    private final Cancellable request;
    private final Duration limit;
    private final Thread caller = Thread.currentThread();
    private final long began = System.nanoTime();

    private Call(Cancellable request, Duration limit) {
      this.request = request;
      this.limit = limit;
    }

    /**
     * Throws if there is a reason for this call to end.
     *
     * @throws InterruptedException if its thread was interrupted
     * @throws HttpTimeoutException if its time is over
     * @throws IOException if the client is closed
     */
    void check() throws IOException, InterruptedException {
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted");
      }
      if (isClosed()) {
        throw new IOException("this client is closed");
      }
      if (isLate()) {
        throw new HttpTimeoutException("no complete answer within " + limit.toSeconds() + " s");
      }
    }

    private boolean isOver() {
      return isClosed() || isLate() || caller.isInterrupted();
    }

    private boolean isLate() {
      return System.nanoTime() - began >= limit.toNanos();
    }

    @Override
    public void close() {
      underWay.remove(this);
    }
  }
}

package io.callsheet.asset.remote;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends fetches that take too long, and all of them when the run ends. A server that sends one byte
 * now and then is never silent, so silence alone does not tell.
 */
final class Watch implements AutoCloseable {
  private static final long LOOK_MILLIS = 200;

  private final ScheduledExecutorService timer;
  private final Duration whole;
  private final Patience patience;

  Watch(Duration whole, Patience patience) {
    this.timer =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(work, "fetch-watch");
              thread.setDaemon(true);
              return thread;
            });
    this.whole = whole;
    this.patience = patience;
  }

  Guard begin() {
    return new Guard();
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  /** Over one fetch. */
  final class Guard implements AutoCloseable {
    private final long began = System.nanoTime();
    private final ScheduledFuture<?> looks;
    private @Nullable Runnable end;
    private boolean out;

    private Guard() {
      looks =
          timer.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** What is under way now, and how it is ended. */
    synchronized void over(Runnable cancel) {
      end = cancel;
      if (out) {
        cancel.run();
      }
    }

    /** Whether the fetch was ended by its time or with the run. */
    synchronized boolean isOut() {
      return out;
    }

    String said() {
      return "did not come within %d s".formatted(whole.toSeconds());
    }

    private synchronized void look() {
      if (patience.isOver() || System.nanoTime() - began > whole.toNanos()) {
        out = true;
        if (end != null) {
          end.run();
        }
      }
    }

    @Override
    public void close() {
      looks.cancel(false);
    }
  }
}

package io.callsheet.report;

import io.callsheet.ledger.ReportRow;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Has a part of a report written by a thread of its own, while the next rows are read and the other
 * parts are written. It is one page behind at most: memory stays flat however slow the part is.
 */
final class Beside implements Reports.Report {
  private final Reports.Report part;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread made = new Thread(work, "report");
            made.setDaemon(true);
            return made;
          });
  private Future<?> last = CompletableFuture.completedFuture(null);

  Beside(Reports.Report part) {
    this.part = part;
  }

  @Override
  public void add(List<? extends ReportRow> rows) throws IOException {
    await();
    last =
        thread.submit(
            () -> {
              part.add(rows);
              return null;
            });
  }

  @Override
  public void finish() throws IOException {
    await();
    part.finish();
  }

  private void await() throws IOException {
    try {
      last.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while a report was written");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException trouble) {
        throw trouble;
      }
      throw new IllegalStateException("a report failed", e.getCause());
    }
  }

  /** What is being written is given up with all the rest. */
  @Override
  public void close() throws IOException {
    thread.shutdownNow();
    part.close();
  }
}

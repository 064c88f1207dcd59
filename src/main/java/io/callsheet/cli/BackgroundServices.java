package io.callsheet.cli;

import io.callsheet.job.Job;
import io.callsheet.pipeline.Edges;
import io.callsheet.storage.ObjectSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Opens the services of a job while the ledger is being opened: both take about a second. */
final class BackgroundServices implements Supplier<Edges>, AutoCloseable {
  private final @Nullable CompletableFuture<Services> opening;

  private BackgroundServices(@Nullable CompletableFuture<Services> opening) {
    this.opening = opening;
  }

  /** For a command that will upload. */
  @SuppressWarnings("FutureReturnValueIgnored") // a bucket that fails now fails at the first upload
  static BackgroundServices warm(Workplace workplace, Job job) {
    BackgroundServices services = open(workplace, job);
    if (services.opening != null) {
      services.opening.thenAcceptAsync(Services::warmUp);
    }
    return services;
  }

  static BackgroundServices open(Workplace workplace, Job job) {
    // Before there are two threads: of two that begin to log at once, one complains on stderr.
    LoggerFactory.getILoggerFactory();
    return new BackgroundServices(
        CompletableFuture.supplyAsync(() -> Services.open(workplace, job)));
  }

  /** For a command that spends nothing and asks nobody. */
  static BackgroundServices none() {
    return new BackgroundServices(null);
  }

  @Override
  public Edges get() {
    return services().edges();
  }

  /** Reads from the sandbox's buckets; null where no sandbox was opened. */
  @Nullable ObjectSource sandboxObjects(Job job) {
    return opening == null ? null : services().sandboxObjects(job);
  }

  private Services services() {
    if (opening == null) {
      throw new IllegalStateException("this command asks no service");
    }
    try {
      return opening.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof UserError error) {
        throw error;
      }
      throw e;
    }
  }

  @Override
  public void close() {
    if (opening != null) {
      opening
          .handle(
              (services, failure) -> {
                if (services != null) {
                  services.close();
                }
                return true;
              })
          .join();
    }
  }
}

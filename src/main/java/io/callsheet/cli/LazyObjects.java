package io.callsheet.cli;

import io.callsheet.job.StorageSettings;
import io.callsheet.storage.ObjectSource;
import io.callsheet.storage.S3ObjectSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Opens S3 for references when the first is read. They are inputs like web addresses: also a job in
 * the sandbox reads them where they are.
 */
final class LazyObjects implements Supplier<ObjectSource>, AutoCloseable {
  private final StorageSettings settings;
  private @Nullable ObjectSource opened;

  LazyObjects(StorageSettings settings) {
    this.settings = settings;
  }

  @Override
  public synchronized ObjectSource get() {
    ObjectSource source = opened == null ? S3ObjectSource.open(settings, null) : opened;
    opened = source;
    return source;
  }

  @Override
  public synchronized void close() {
    if (opened != null) {
      opened.close();
    }
  }
}

package io.callsheet.storage;

import java.io.Closeable;

/**
 * Objects of any bucket that can be read with the job's endpoint and the environment's credentials.
 * May be used from many threads.
 */
public interface ObjectSource extends Closeable {
  /** Begins to read an object; what was opened must be closed. */
  ReadOutcome open(String bucket, String key);

  @Override
  void close();
}

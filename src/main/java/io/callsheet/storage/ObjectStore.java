package io.callsheet.storage;

import io.callsheet.model.AssetFacts;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** A bucket of an S3 service, as far as Callsheet needs one. May be used from many threads. */
public interface ObjectStore extends AutoCloseable {
  /** The key under which content is kept: prefix, SHA-256 and extension. */
  String key(AssetFacts facts);

  /**
   * Names the store (endpoint and bucket), so that what is known of one store is never believed of
   * another.
   */
  String identity();

  /** Puts the file unless the same bytes are there already; end-to-end checksum. */
  StoreOutcome put(AssetFacts facts, Path file);

  /**
   * A GET URL that needs no credentials. Makes no call.
   *
   * @param life at most 7 days (SigV4)
   */
  URI presign(String key, Duration life);

  @Override
  void close();
}

package io.callsheet.job;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where reference files are kept for the service to fetch.
 *
 * @param prefix of the keys; no slash at either end, may be empty
 * @param endpoint null for Amazon's own
 * @param region null to let the SDK find it
 * @param pathStyle whether the bucket goes into the path; by default where an endpoint is set, for
 *     few services but Amazon's have a host for each bucket
 * @param urlLife of pre-signed URLs; they must outlive the queue and the render (24 h by default,
 *     at most 7 days)
 */
public record StorageSettings(
    String bucket,
    String prefix,
    @Nullable URI endpoint,
    @Nullable String region,
    boolean pathStyle,
    Duration urlLife) {}

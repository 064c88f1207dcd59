package io.callsheet.pipeline;

import io.callsheet.asset.remote.FetchedFiles;
import io.callsheet.storage.ObjectSource;
import java.util.function.Supplier;

/**
 * What references from elsewhere need.
 *
 * @param objects asked for at the first {@code s3://} reference
 */
public record Fetching(FetchedFiles files, Supplier<ObjectSource> objects) {}

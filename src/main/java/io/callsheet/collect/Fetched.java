package io.callsheet.collect;

import io.callsheet.ledger.CollectBook.Collected;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What came of fetching one row's video.
 *
 * @param temporary a verified file that waits to be moved into place; null if there is none
 * @param video its name below {@code videos/}
 */
record Fetched(Collected result, @Nullable Path temporary, String video) {}

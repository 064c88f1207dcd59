package io.callsheet.provider;

import io.callsheet.model.Orientation;
import io.callsheet.model.Resolution;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What is sent for one row.
 *
 * @param image a URL that needs no credentials to fetch
 * @param video likewise
 * @param prompt at most 2500 characters (vidgo-api, Submit)
 * @param callback where the service may report the end of the task
 */
public record RenderRequest(
    URI image,
    URI video,
    Orientation orientation,
    Resolution resolution,
    @Nullable String prompt,
    @Nullable URI callback) {}

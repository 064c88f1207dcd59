package io.callsheet.sandbox;

import io.callsheet.model.Orientation;
import io.callsheet.model.Resolution;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A submit whose fields are in order; its files have not been looked at. */
record Order(
    URI image,
    URI video,
    Orientation orientation,
    Resolution resolution,
    @Nullable String prompt,
    @Nullable URI callback) {}

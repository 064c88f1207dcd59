package io.callsheet.pipeline;

import io.callsheet.provider.RenderService;
import io.callsheet.storage.ObjectStore;

/** The outside world of a run. */
public record Edges(RenderService service, ObjectStore store) {}

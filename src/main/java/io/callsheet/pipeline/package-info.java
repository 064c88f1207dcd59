/**
 * Spring Batch wiring and nothing else: the steps of a run, and how an execution begins and ends.
 */
@NullMarked
package io.callsheet.pipeline;

import org.jspecify.annotations.NullMarked;

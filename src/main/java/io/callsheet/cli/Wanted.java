package io.callsheet.cli;

import io.callsheet.plan.Selection;

/**
 * What a command asks of a new run, beside the job; frozen with it.
 *
 * @param reuse whether earlier renders of the same content are delivered again
 */
record Wanted(Selection selection, boolean reuse) {}

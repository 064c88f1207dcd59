/** Writes what came out of a run, and what every row cost. */
@NullMarked
package io.callsheet.report;

import org.jspecify.annotations.NullMarked;

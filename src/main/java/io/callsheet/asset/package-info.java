/** Finds, hashes and probes reference files. */
@NullMarked
package io.callsheet.asset;

import org.jspecify.annotations.NullMarked;

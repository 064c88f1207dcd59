/** The job that a good tutorial would write: upload all, submit all, poll all, collect all. */
@NullMarked
package io.callsheet.bench.textbook;

import org.jspecify.annotations.NullMarked;

/** Reads and checks a job file. */
@NullMarked
package io.callsheet.job;

import org.jspecify.annotations.NullMarked;

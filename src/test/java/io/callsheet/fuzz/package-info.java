/** Looks for files and answers that break a promise, guided by what code they reach. */
@NullMarked
package io.callsheet.fuzz;

import org.jspecify.annotations.NullMarked;

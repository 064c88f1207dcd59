/** The entry point: hands the command line to {@code cli}. */
@NullMarked
package io.callsheet;

import org.jspecify.annotations.NullMarked;

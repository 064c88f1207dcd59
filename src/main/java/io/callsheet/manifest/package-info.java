/** Turns the bytes of a manifest into rows, or problems with line numbers. */
@NullMarked
package io.callsheet.manifest;

import org.jspecify.annotations.NullMarked;

/** Draws the reference files under {@code samples} and checks that they are what they claim. */
@NullMarked
package io.callsheet.samples;

import org.jspecify.annotations.NullMarked;

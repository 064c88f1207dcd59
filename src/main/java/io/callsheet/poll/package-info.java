/** The third lane: asks how tasks stand and settles what they cost. */
@NullMarked
package io.callsheet.poll;

import org.jspecify.annotations.NullMarked;

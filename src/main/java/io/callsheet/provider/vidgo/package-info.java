/** Speaks the Vidgo protocol. */
@NullMarked
package io.callsheet.provider.vidgo;

import org.jspecify.annotations.NullMarked;

/** How any lane runs: claim, work, record, drain. */
@NullMarked
package io.callsheet.lane;

import org.jspecify.annotations.NullMarked;

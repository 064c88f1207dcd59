/** Prices rows and cuts at the cap: what the run will do and cost. */
@NullMarked
package io.callsheet.plan;

import org.jspecify.annotations.NullMarked;

/** Measures whole runs of the built product against what the service's limits allow. */
@NullMarked
package io.callsheet.bench;

import org.jspecify.annotations.NullMarked;

/** The second lane: sends each staged row to the service, once. */
@NullMarked
package io.callsheet.submit;

import org.jspecify.annotations.NullMarked;

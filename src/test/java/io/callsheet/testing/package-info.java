/** What tests of several rooms need: a clock that stands still, a PostgreSQL of our own. */
@NullMarked
package io.callsheet.testing;

import org.jspecify.annotations.NullMarked;

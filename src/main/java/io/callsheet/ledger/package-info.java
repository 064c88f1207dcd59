/** The edge to SQL: the only writer of row states and credits. */
@NullMarked
package io.callsheet.ledger;

import org.jspecify.annotations.NullMarked;

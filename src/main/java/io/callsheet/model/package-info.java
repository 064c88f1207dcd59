/** The words of Callsheet as values, and the one table of legal row-state moves. */
@NullMarked
package io.callsheet.model;

import org.jspecify.annotations.NullMarked;

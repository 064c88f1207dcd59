/** The first lane: puts a row's two assets into storage. */
@NullMarked
package io.callsheet.upload;

import org.jspecify.annotations.NullMarked;

/** The fourth lane: fetches, checks and files the finished videos. */
@NullMarked
package io.callsheet.collect;

import org.jspecify.annotations.NullMarked;

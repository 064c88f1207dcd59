/** Fetches references that are web addresses or objects of a bucket, and keeps what came. */
@NullMarked
package io.callsheet.asset.remote;

import org.jspecify.annotations.NullMarked;

/** The stand-in servers: Vidgo and S3 on this machine, no network, no money. */
@NullMarked
package io.callsheet.sandbox;

import org.jspecify.annotations.NullMarked;

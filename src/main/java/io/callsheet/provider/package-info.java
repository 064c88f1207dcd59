/** The edge to the rendering service: what it can be asked, and every answer it can give. */
@NullMarked
package io.callsheet.provider;

import org.jspecify.annotations.NullMarked;

/** The edge to people and schedulers: commands, progress, exit codes. */
@NullMarked
package io.callsheet.cli;

import org.jspecify.annotations.NullMarked;

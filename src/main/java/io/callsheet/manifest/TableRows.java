package io.callsheet.manifest;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One pass over the rows of a table, as they stand in the file. */
interface TableRows extends Closeable {

  /** Blank ones too; null after the last. */
  @Nullable TableRow next() throws ManifestUnreadable, IOException;

  /** The next row that is not blank; null after the last. */
  default @Nullable TableRow nextFilled() throws ManifestUnreadable, IOException {
    TableRow row = next();
    while (row != null && row.isBlank()) {
      row = next();
    }
    return row;
  }
}

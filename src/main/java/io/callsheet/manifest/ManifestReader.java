package io.callsheet.manifest;

import io.callsheet.job.Job;
import io.callsheet.job.ManifestSource;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a manifest row by row, in memory that does not grow with the rows but for some 50 bytes a
 * key. What kind of file it is, encoding and separator are found out; blank lines are left out. Not
 * for use by several threads.
 */
public sealed interface ManifestReader extends Closeable permits RowReader, PairReader {

  /**
   * Opens a manifest and reads its header line.
   *
   * @param copy to read: the run's own
   * @param source what the user knows it as; messages name it
   * @param columns standard column to header, as {@link Job#columns()}
   * @throws ManifestUnreadable if the file is no table, or its header does not name what is
   *     required
   */
  static ManifestReader open(
      Path copy, ManifestSource source, Map<String, String> columns, Job.Defaults defaults)
      throws ManifestUnreadable, IOException {
    return source.matrix()
        ? PairReader.open(copy, columns, defaults)
        : RowReader.open(
            TableFile.of(copy, source.toString(), source.sheet(), columns),
            source.toString(),
            columns,
            defaults);
  }

  /** The columns that are carried along, in the order and spelling of the file; some may be "". */
  List<String> header();

  /**
   * The next row, good or bad; null after the last.
   *
   * @throws ManifestUnreadable if what follows cannot be told apart: a quote is not closed
   */
  @Nullable ManifestRow next() throws ManifestUnreadable, IOException;
}

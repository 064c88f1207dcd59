package io.callsheet.manifest;

import io.callsheet.job.Job;
import io.callsheet.model.StandardColumn;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A manifest of one table: each of its rows pairs a character with a performance. */
final class RowReader implements ManifestReader {

  /** As many as Excel has: each row costs as much as its header is wide. */
  private static final int MOST_COLUMNS = 16_384;

  private final TableRows rows;
  private final Header header;
  private final Job.Defaults defaults;
  private final RowKeys keys = new RowKeys();
  private long number;

  private RowReader(TableRows rows, Header header, Job.Defaults defaults) {
    this.rows = rows;
    this.header = header;
    this.defaults = defaults;
  }

  static RowReader open(
      TableFile file, String named, Map<String, String> columns, Job.Defaults defaults)
      throws ManifestUnreadable, IOException {
    TableRows rows = file.open();
    try {
      Header header = header(names(rows, named), named, columns, Header.BOTH);
      return new RowReader(rows, header, defaults);
    } catch (ManifestUnreadable | IOException | RuntimeException e) {
      rows.close();
      throw e;
    }
  }

  /** The first row that is not blank. */
  static TableRow names(TableRows rows, String named) throws ManifestUnreadable, IOException {
    TableRow names = rows.nextFilled();
    if (names == null) {
      throw new ManifestUnreadable(named, 0, "is empty", "its first line must name the columns");
    }
    return names;
  }

  static Header header(
      TableRow names, String named, Map<String, String> columns, List<StandardColumn> required)
      throws ManifestUnreadable {
    int count = names.cells().size();
    if (count > MOST_COLUMNS) {
      throw new ManifestUnreadable(
          named,
          names.line(),
          "names %,d columns; at most %,d fit".formatted(count, MOST_COLUMNS),
          "delete those that are not needed, or mend the separator");
    }
    try {
      return Header.of(names.cells(), columns, required);
    } catch (BadHeader e) {
      throw e.in(named, names.line());
    }
  }

  @Override
  public List<String> header() {
    return header.keptNames();
  }

  @Override
  public @Nullable ManifestRow next() throws ManifestUnreadable, IOException {
    TableRow row = rows.nextFilled();
    if (row == null) {
      return null;
    }
    number++;
    return new RowCheck(header, defaults, keys, number, row).row();
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}

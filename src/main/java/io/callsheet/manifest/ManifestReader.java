package io.callsheet.manifest;

import io.callsheet.job.Job;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads a manifest row by row, in memory that does not grow with the rows but for some 50 bytes a
 * key. Encoding and separator are found out; blank lines are left out. Not for use by several
 * threads.
 */
public final class ManifestReader implements Closeable {

  private final Path named;
  private final Job.Defaults defaults;
  private final RowLimit limit;
  private final CSVParser parser;
  private final Iterator<CSVRecord> rows;
  private final long linesBefore;
  private final Header header;
  private final RowKeys keys = new RowKeys();
  private long line;
  private long number;

  private ManifestReader(
      Path named,
      Map<String, String> columns,
      Job.Defaults defaults,
      Separator separator,
      BufferedReader text)
      throws ManifestUnreadable, IOException {
    this.named = named;
    this.defaults = defaults;
    if (separator.announced()) {
      text.readLine();
    }
    this.linesBefore = separator.announced() ? 1 : 0;
    this.limit = new RowLimit(text);
    this.parser = CSVParser.parse(limit, separator.format());
    this.rows = parser.iterator();
    this.header = header(columns);
  }

  /**
   * Opens a manifest and reads its header line.
   *
   * @param file to read: the run's copy
   * @param named the file that the user knows; messages name it
   * @param columns standard column to header, as {@link Job#columns()}
   * @throws ManifestUnreadable if the file is no CSV, or its header does not name what is required
   */
  public static ManifestReader open(
      Path file, Path named, Map<String, String> columns, Job.Defaults defaults)
      throws ManifestUnreadable, IOException {
    TextEncoding encoding = TextEncoding.of(file, named);
    Separator separator;
    try (Reader head = encoding.open(file)) {
      separator = Separator.of(head, columns);
    }
    BufferedReader text = new BufferedReader(encoding.open(file));
    try {
      return new ManifestReader(named, columns, defaults, separator, text);
    } catch (ManifestUnreadable | IOException e) {
      text.close();
      throw e;
    }
  }

  /** The columns that are carried along, in the order and spelling of the file; some may be "". */
  public List<String> header() {
    return header.keptNames();
  }

  /**
   * The next row, good or bad; null after the last.
   *
   * @throws ManifestUnreadable if a quote is not closed: what follows cannot be told apart
   */
  public @Nullable ManifestRow next() throws ManifestUnreadable, IOException {
    CSVRecord row = record();
    if (row == null) {
      return null;
    }
    number++;
    return new RowCheck(header, defaults, keys, number, line, Separator.cells(row)).row();
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private Header header(Map<String, String> columns) throws ManifestUnreadable, IOException {
    CSVRecord names = record();
    if (names == null) {
      throw new ManifestUnreadable(named, 0, "is empty: its first line must name the columns");
    }
    try {
      return Header.of(Separator.cells(names), columns);
    } catch (BadHeader e) {
      throw new ManifestUnreadable(named, line, String.valueOf(e.getMessage()));
    }
  }

  /** The next record that is not blank, and the line where it begins. */
  private @Nullable CSVRecord record() throws ManifestUnreadable, IOException {
    try {
      CSVRecord next;
      do {
        limit.rowBegins();
        line = linesBefore + parser.getCurrentLineNumber() + 1;
        next = rows.hasNext() ? rows.next() : null;
      } while (next != null && Separator.isBlank(next));
      return next;
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CSVException) {
        throw new ManifestUnreadable(
            named,
            line,
            "in the row that begins here a quote is not closed, or text follows a closing quote:"
                + " a cell in double quotes ends with one, and each quote inside it is doubled");
      }
      throw e.getCause();
    }
  }
}

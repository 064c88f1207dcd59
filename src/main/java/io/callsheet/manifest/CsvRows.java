package io.callsheet.manifest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Cuts a text into rows and cells. */
final class CsvRows implements TableRows {

  private static final String QUOTES =
      "a cell in double quotes ends with one, and each quote inside it is doubled";

  private final String named;
  private final RowLimit limit;
  private final CSVParser parser;
  private final Iterator<CSVRecord> rows;
  private final long linesBefore;

  CsvRows(String named, Separator separator, BufferedReader text) throws IOException {
    this.named = named;
    if (separator.announced()) {
      text.readLine();
    }
    this.linesBefore = separator.announced() ? 1 : 0;
    this.limit = new RowLimit(text);
    this.parser = CSVParser.parse(limit, separator.format());
    this.rows = parser.iterator();
  }

  @Override
  public @Nullable TableRow next() throws ManifestUnreadable, IOException {
    limit.rowBegins();
    long line = linesBefore + parser.getCurrentLineNumber() + 1;
    try {
      return rows.hasNext() ? Separator.row(line, rows.next()) : null;
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CSVException) {
        throw new ManifestUnreadable(
            named,
            line,
            "in the row that begins here a quote is not closed, or text follows a closing quote",
            QUOTES);
      }
      if (e.getCause() instanceof RowLimit.TooLong) {
        throw new ManifestUnreadable(
            named,
            line,
            "the row that begins here has more than %,d characters, most likely because a quote is not closed"
                .formatted(RowLimit.MOST_CHARACTERS),
            QUOTES);
      }
      throw e.getCause();
    }
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}

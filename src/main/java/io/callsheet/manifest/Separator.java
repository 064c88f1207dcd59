package io.callsheet.manifest;

import io.callsheet.model.FormulaGuard;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * What stands between the cells of a manifest.
 *
 * @param announced whether the first line says so ({@code sep=;}, for Excel) and is no header
 */
record Separator(char character, boolean announced) {

  private static final char[] CANDIDATES = {',', ';', '\t', '|'};
  private static final Pattern ANNOUNCEMENT =
      Pattern.compile("\"?sep=([^\r\n\"])\"?(\r\n|\r|\n|$)", Pattern.CASE_INSENSITIVE);
  private static final int HEAD = 1 << 16;

  /** The separator under which the header line names most columns, first of those that we know. */
  static Separator of(Reader manifest, Map<String, String> columns) throws IOException {
    char[] buffer = new char[HEAD];
    int length = 0;
    for (int read = 0; read >= 0 && length < HEAD; length += Math.max(read, 0)) {
      read = manifest.read(buffer, length, HEAD - length);
    }
    String head = new String(buffer, 0, length);
    Matcher announcement = ANNOUNCEMENT.matcher(head);
    if (announcement.lookingAt()) {
      return new Separator(announcement.group(1).charAt(0), true);
    }
    Separator best = new Separator(CANDIDATES[0], false);
    int bestScore = 0;
    for (char candidate : CANDIDATES) {
      List<String> names = firstLine(head, new Separator(candidate, false));
      int score = Header.known(names, columns) * HEAD + names.size();
      if (score > bestScore) {
        best = new Separator(candidate, false);
        bestScore = score;
      }
    }
    return best;
  }

  /** Blank lines are records too, so that lines can be counted. */
  CSVFormat format() {
    return CSVFormat.DEFAULT.builder().setDelimiter(character).setIgnoreEmptyLines(false).get();
  }

  static TableRow row(long line, CSVRecord row) {
    return new TableRow(line, row.stream().map(FormulaGuard::restore).toList());
  }

  /** Empty when the text cannot be cut at this separator. */
  private static List<String> firstLine(String head, Separator separator) throws IOException {
    try (CSVParser parser = CSVParser.parse(new StringReader(head), separator.format())) {
      return parser.stream()
          .map(row -> row(0, row))
          .filter(row -> !row.isBlank())
          .findFirst()
          .map(TableRow::cells)
          .orElse(List.of());
    } catch (UncheckedIOException e) {
      return List.of();
    }
  }
}

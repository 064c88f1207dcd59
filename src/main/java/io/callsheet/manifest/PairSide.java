package io.callsheet.manifest;

import io.callsheet.model.StandardColumn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One of the two files of a matrix. Each of its rows gets one more cell at its end: its key, from
 * its key column or else from the name of the file that it refers to.
 */
final class PairSide {

  private static final Pattern STEM =
      Pattern.compile("([^/\\\\]*?)(\\.[A-Za-z0-9]{1,5})?([?#].*)?$");

  private final TableFile file;
  private final StandardColumn role;
  private final Header own;
  private final Header keyed;

  private PairSide(TableFile file, StandardColumn role, Header own, Header keyed) {
    this.file = file;
    this.role = role;
    this.own = own;
    this.keyed = keyed;
  }

  /**
   * @param columns as the job says; what they name may stand in the other file
   */
  static PairSide of(
      TableFile file, String shortName, StandardColumn role, Map<String, String> columns)
      throws ManifestUnreadable, IOException {
    try (TableRows rows = file.open()) {
      TableRow names = RowReader.names(rows, shortName);
      Map<String, String> here = new TreeMap<>(columns);
      here.values().removeIf(header -> !HeaderMatch.contains(names.cells(), header));
      String wanted = columns.get(role.word());
      if (wanted != null) {
        here.put(role.word(), wanted);
      }
      StandardColumn other =
          role == StandardColumn.CHARACTER ? StandardColumn.PERFORMANCE : StandardColumn.CHARACTER;
      here.remove(other.word());
      Header own = RowReader.header(names, shortName, here, List.of(role)).without(other);
      return new PairSide(file, role, own, own.withKey());
    }
  }

  /** As problems name it: {@code characters} or {@code performances}. */
  String name() {
    return role.word() + "s";
  }

  boolean has(String header) {
    return HeaderMatch.contains(own.names(), header);
  }

  /** Of the file, with the key at its end. */
  Header header() {
    return keyed;
  }

  /** The rows below the header, each with its key. */
  TableRows rows() throws ManifestUnreadable, IOException {
    TableRows rows = file.open();
    try {
      rows.nextFilled();
    } catch (ManifestUnreadable | IOException | RuntimeException e) {
      rows.close();
      throw e;
    }
    return new TableRows() {
      @Override
      public @Nullable TableRow next() throws ManifestUnreadable, IOException {
        TableRow row = rows.next();
        return row == null || row.isBlank() ? row : withKey(row);
      }

      @Override
      public void close() throws IOException {
        rows.close();
      }
    };
  }

  private TableRow withKey(TableRow row) {
    List<String> cells = new ArrayList<>(row.cells());
    while (cells.size() < own.width()) {
      cells.add("");
    }
    String key = own.cell(StandardColumn.ROW_KEY, cells);
    cells.add(own.width(), key.isEmpty() ? stem(own.cell(role, cells)) : key);
    return new TableRow(row.line(), cells);
  }

  /** {@code dance} of {@code https://host/clips/dance.mp4?signed}. */
  private static String stem(String reference) {
    Matcher matcher = STEM.matcher(reference.replaceAll("\\p{Cntrl}", " "));
    return matcher.find() ? matcher.group(1).strip() : "";
  }
}

package io.callsheet.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file that holds a table, once it is known how to read it. May be read any number of times. */
interface TableFile {

  /** What to do about a file that is no table. */
  String ADVICE = "save it as CSV (UTF-8) or as .xlsx";

  TableRows open() throws ManifestUnreadable, IOException;

  /**
   * Finds out from its first bytes, not from its name, how a file is read.
   *
   * @param named the file as the user knows it
   * @param sheet of a workbook; null for its first
   * @param columns standard column to header, as the job says
   */
  static TableFile of(Path file, String named, @Nullable String sheet, Map<String, String> columns)
      throws ManifestUnreadable, IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(4);
    }
    if (TextBytes.begins(start, 'P', 'K', 3, 4)) {
      return new SheetFile(file, named, sheet);
    }
    if (TextBytes.begins(start, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new ManifestUnreadable(
          named,
          0,
          "is an old Excel workbook (.xls), or one with a password",
          "save it without a password as .xlsx, or as CSV (UTF-8)");
    }
    boolean gzip = TextBytes.begins(start, 0x1F, 0x8B);
    return CsvFile.of(new TextBytes(file, gzip, named), named, columns);
  }
}

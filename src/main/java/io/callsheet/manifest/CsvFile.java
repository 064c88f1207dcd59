package io.callsheet.manifest;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.util.Map;
import java.util.zip.ZipException;

/** A text file whose encoding and separator have been found out. */
record CsvFile(TextBytes bytes, String named, TextEncoding encoding, Separator separator)
    implements TableFile {

  static CsvFile of(TextBytes bytes, String named, Map<String, String> columns)
      throws ManifestUnreadable, IOException {
    try {
      TextEncoding encoding = TextEncoding.of(bytes, named);
      try (Reader head = encoding.open(bytes)) {
        return new CsvFile(bytes, named, encoding, Separator.of(head, columns));
      }
    } catch (BoundedStream.TooLarge e) {
      throw new ManifestUnreadable(
          named, 0, "expands to " + e.getMessage() + ", which is no manifest", TableFile.ADVICE);
    } catch (EOFException | ZipException e) {
      throw new ManifestUnreadable(
          named, 0, "is compressed (gzip) and damaged or cut off", "compress or copy it again");
    }
  }

  @Override
  public TableRows open() throws IOException {
    return new CsvRows(named, separator, new BufferedReader(encoding.open(bytes)));
  }
}

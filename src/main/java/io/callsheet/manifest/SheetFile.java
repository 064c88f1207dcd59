package io.callsheet.manifest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** A sheet of an .xlsx workbook. */
record SheetFile(Path file, String named, @Nullable String sheet) implements TableFile {

  @Override
  public TableRows open() throws ManifestUnreadable, IOException {
    try {
      Workbook workbook = new Workbook(file);
      try {
        InputStream cells = workbook.sheet(sheet == null ? null : sheet.strip());
        if (cells == null) {
          throw noSuchSheet(workbook);
        }
        SafeXml xml = new SafeXml(cells);
        CellFormats formats = new CellFormats(workbook.only("styles"), workbook.from1904());
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        SharedStrings texts = SharedStrings.of(workbook.only("sharedStrings"), folder);
        return new SheetRows(named, workbook, xml, texts, formats);
      } catch (ManifestUnreadable | IOException | XMLStreamException | RuntimeException e) {
        workbook.close();
        throw e;
      }
    } catch (Workbook.NoWorkbook e) {
      throw new ManifestUnreadable(named, 0, e.text(), TableFile.ADVICE);
    } catch (SharedStrings.TooMany e) {
      throw new ManifestUnreadable(
          named, 0, "holds " + e.getMessage() + ", which is no manifest", TableFile.ADVICE);
    } catch (BoundedStream.TooLarge | EOFException | ZipException | XMLStreamException e) {
      throw SheetRows.unreadable(named, 0, e);
    }
  }

  private ManifestUnreadable noSuchSheet(Workbook workbook) {
    return sheet == null
        ? new ManifestUnreadable(named, 0, "has no sheet to be seen", "show one, or name it")
        : new ManifestUnreadable(
            named,
            0,
            "has no sheet `" + sheet + "`",
            "set `sheet` in the job file to one of: " + String.join(", ", workbook.sheetNames()));
  }
}

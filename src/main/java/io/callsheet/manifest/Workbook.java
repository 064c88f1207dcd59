package io.callsheet.manifest;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The parts of an .xlsx file: a ZIP of XML files that name each other. */
final class Workbook implements Closeable {

  private static final int MOST_SHEETS = 1000;

  private final ZipFile zip;
  private final String part;
  private final Map<String, Relation> relations;
  private final List<Sheet> sheets = new ArrayList<>();
  private boolean from1904;

  private record Relation(String type, String target) {}

  /**
   * @param part null for what is no table: a chart
   */
  private record Sheet(String name, boolean hidden, @Nullable String part) {}

  /**
   * @throws NoWorkbook if the file is a ZIP of something else
   */
  Workbook(Path file) throws IOException, XMLStreamException, NoWorkbook {
    this.zip = new ZipFile(file.toFile());
    try {
      this.part =
          relations("").values().stream()
              .filter(relation -> relation.type().endsWith("/officeDocument"))
              .map(Relation::target)
              .findFirst()
              .orElseThrow(() -> new NoWorkbook("is a ZIP file, but no Excel workbook (.xlsx)"));
      if (part.endsWith(".bin")) {
        throw new NoWorkbook("is a binary Excel workbook (.xlsb)");
      }
      this.relations = relations(part);
      readSheets();
    } catch (IOException | XMLStreamException | NoWorkbook | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  /** Counted in days since 1904, as Excel for Mac once did. */
  boolean from1904() {
    return from1904;
  }

  /** Without charts. */
  List<String> sheetNames() {
    return sheets.stream().filter(sheet -> sheet.part() != null).map(Sheet::name).toList();
  }

  /** The sheet of this name, whatever its case; for null the first that a person sees. */
  @Nullable InputStream sheet(@Nullable String name) throws IOException {
    Sheet found = null;
    for (Sheet sheet : sheets) {
      boolean wanted = name == null ? !sheet.hidden() : sheet.name().strip().equalsIgnoreCase(name);
      if (found == null && wanted && sheet.part() != null) {
        found = sheet;
      }
    }
    return found == null || found.part() == null ? null : open(found.part());
  }

  /** The part that the workbook has once, such as its styles; null when it has none. */
  @Nullable InputStream only(String type) throws IOException {
    for (Relation relation : relations.values()) {
      if (relation.type().endsWith("/" + type)) {
        return open(relation.target());
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private void readSheets() throws IOException, XMLStreamException, NoWorkbook {
    InputStream in = open(part);
    if (in == null) {
      throw new NoWorkbook("is a damaged Excel workbook: it has no list of sheets");
    }
    try (SafeXml xml = new SafeXml(in)) {
      for (String name = xml.nextElement(); name != null; name = xml.nextElement()) {
        if (name.equals("workbookPr")) {
          String date1904 = xml.attribute("date1904", "0");
          from1904 = date1904.equals("1") || date1904.equals("true");
        } else if (name.equals("sheet") && sheets.size() < MOST_SHEETS) {
          Relation target = relations.get(xml.attribute("id", ""));
          String table =
              target != null && target.type().endsWith("/worksheet") ? target.target() : null;
          sheets.add(
              new Sheet(
                  xml.attribute("name", ""),
                  !xml.attribute("state", "visible").equals("visible"),
                  table));
        }
      }
    }
  }

  /** What a part refers to, by id; the empty part stands for the package as a whole. */
  private Map<String, Relation> relations(String of) throws IOException, XMLStreamException {
    int slash = of.lastIndexOf('/') + 1;
    String folder = of.substring(0, slash);
    Map<String, Relation> relations = new LinkedHashMap<>();
    InputStream in = open(folder + "_rels/" + of.substring(slash) + ".rels");
    if (in == null) {
      return relations;
    }
    try (SafeXml xml = new SafeXml(in)) {
      for (String name = xml.nextElement(); name != null; name = xml.nextElement()) {
        if (name.equals("Relationship") && relations.size() < 10 * MOST_SHEETS) {
          String target = xml.attribute("Target", "");
          relations.put(
              xml.attribute("Id", ""),
              new Relation(
                  xml.attribute("Type", ""),
                  target.startsWith("/") ? target.substring(1) : folder + target));
        }
      }
    }
    return relations;
  }

  private @Nullable InputStream open(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    return entry == null
        ? null
        : BoundedStream.expanding(zip.getInputStream(entry), entry.getCompressedSize());
  }

  /** The message continues a sentence that begins with the file. */
  static final class NoWorkbook extends Exception {

    private static final long serialVersionUID = 1L;

    NoWorkbook(String message) {
      super(message, null, false, false);
    }

    String text() {
      return String.valueOf(getMessage());
    }
  }
}

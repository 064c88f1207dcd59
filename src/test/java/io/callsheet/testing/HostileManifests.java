package io.callsheet.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds compressed tables and workbooks, small in the file and large, or not, behind it. */
public final class HostileManifests {
  /** A sheet of two rows, with the texts and styles below. */
  public static final String SHEET =
      "<?xml version='1.0' encoding='UTF-8'?><worksheet><sheetData>"
          + "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c>"
          + "<c r='C1' t='inlineStr'><is><t>price</t></is></c></row>"
          + "<row r='3'><c r='A3' t='s'><v>2</v></c><c r='B3' t='str'><v>b.mp4</v></c>"
          + "<c r='C3' s='1'><v>45650.5</v></c></row>"
          + "<row><c t='s'><v>2</v></c><c t='str'><v>'=x</v></c><c t='b'><v>1</v></c></row>"
          + "</sheetData></worksheet>";

  public static final String TEXTS =
      "<sst><si><t>character</t></si><si><r><t>perform</t></r><r><t>ance</t></r></si>"
          + "<si><t>a_x0041_.png</t></si></sst>";

  public static final String STYLES =
      "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='dd/mm/yyyy'/></numFmts>"
          + "<cellXfs><xf numFmtId='0'/><xf numFmtId='164'/></cellXfs></styleSheet>";

  private static final String RELATIONS =
      "<Relationships><Relationship Id='b' Type='x/officeDocument' Target='b.xml'/></Relationships>";
  private static final String PARTS =
      "<Relationships><Relationship Id='s' Type='x/worksheet' Target='s.xml'/>"
          + "<Relationship Id='t' Type='x/sharedStrings' Target='t.xml'/>"
          + "<Relationship Id='f' Type='x/styles' Target='f.xml'/></Relationships>";
  private static final String BOOK =
      "<workbook xmlns:r='r'><sheets><sheet name='June' r:id='s'/></sheets></workbook>";

  private HostileManifests() {}

  /** Writes something of any size. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** A workbook of these parts. */
  public static byte[] workbook(byte[] sheet, byte[] texts, byte[] styles) {
    return workbook(out -> out.write(sheet), out -> out.write(texts), out -> out.write(styles));
  }

  /** A workbook of these parts, which may be larger than the memory. */
  public static byte[] workbook(Content sheet, Content texts, Content styles) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      part(zip, "_rels/.rels", text(RELATIONS));
      part(zip, "_rels/b.xml.rels", text(PARTS));
      part(zip, "b.xml", text(BOOK));
      part(zip, "s.xml", sheet);
      part(zip, "t.xml", texts);
      part(zip, "f.xml", styles);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public static Content text(String text) {
    return out -> out.write(text.getBytes(UTF_8));
  }

  /** A beginning, the same many times, an end. */
  public static Content repeated(String begin, String each, long times, String end) {
    return out -> {
      out.write(begin.getBytes(UTF_8));
      int batch = (int) Math.min(times, 4096);
      byte[] many = each.repeat(batch).getBytes(UTF_8);
      for (long done = 0; done < times; done += batch) {
        out.write(many);
      }
      out.write(end.getBytes(UTF_8));
    };
  }

  public static byte[] gzip(byte[] content) {
    return gzip(out -> out.write(content));
  }

  public static byte[] gzip(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes, 1 << 16)) {
      content.writeTo(zip);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void part(ZipOutputStream zip, String name, Content content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    content.writeTo(zip);
    zip.closeEntry();
  }
}

package io.callsheet.manifest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads a part of a workbook element by element; a document type or an entity is an error. */
final class SafeXml implements AutoCloseable {

  /** Between two rows, or two strings: no element that was meant is longer. */
  private static final long MOST_UNREAD = 32_000_000;

  private static final int BUFFER = 1 << 16;
  private static final String DEEPEST = "100";

  private final BoundedStream recent;
  private final XMLStreamReader xml;

  /** The JDK's own parser: no other one that is about can take its place. */
  SafeXml(InputStream part) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setProperty("jdk.xml.maxElementDepth", DEEPEST);
    this.recent = new BoundedStream(part, MOST_UNREAD);
    this.xml = factory.createXMLStreamReader(decoded(new BufferedInputStream(recent, BUFFER)));
  }

  /** Left to itself, the parser tells the terminal of bytes that are no text. */
  private static Reader decoded(BufferedInputStream in) throws XMLStreamException {
    try {
      in.mark(3);
      byte[] start = in.readNBytes(3);
      in.reset();
      boolean wide = TextBytes.begins(start, 0xFE, 0xFF) || TextBytes.begins(start, 0xFF, 0xFE);
      in.skipNBytes(TextBytes.begins(start, 0xEF, 0xBB, 0xBF) ? 3 : 0);
      Charset charset = wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
      return new InputStreamReader(in, charset.newDecoder());
    } catch (IOException e) {
      throw new XMLStreamException(e);
    }
  }

  /** Goes to the next start of an element, whatever its depth; null at the end. */
  @Nullable String nextElement() throws XMLStreamException {
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        return xml.getLocalName();
      }
    }
    return null;
  }

  /**
   * Goes to the next start or end of an element. An end is told as {@code /name}; null at the end
   * of all.
   */
  @Nullable String nextTag() throws XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return xml.getLocalName();
      }
      if (event == XMLStreamConstants.END_ELEMENT) {
        return "/" + xml.getLocalName();
      }
    }
    return null;
  }

  /** Of the element just begun, without regard to its namespace. */
  @Nullable String attribute(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  String attribute(String name, String fallback) {
    String value = attribute(name);
    return value == null ? fallback : value;
  }

  /** The text of the element just begun, to its end. */
  String text() throws XMLStreamException {
    return xml.getElementText();
  }

  /** What was read so far is in order: the limit counts anew. */
  void inOrder() {
    recent.restart();
  }

  @Override
  public void close() throws IOException {
    recent.close();
  }
}

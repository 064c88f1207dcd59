package io.callsheet.manifest;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a workbook, which its cells name by number. The first of them are held in memory,
 * which is all of them in most workbooks; the others in a temporary file.
 */
final class SharedStrings implements Closeable {

  private static final int MOST_IN_MEMORY = 8_000_000;

  /** Each costs eight bytes of memory wherever it is. */
  private static final int MOST_TEXTS = 8_000_000;

  private static final int BUFFER = 1 << 16;

  private final Path folder;
  private final List<String> held = new ArrayList<>();
  private final ByteBuffer unwritten = ByteBuffer.allocate(BUFFER);
  private long[] ends = new long[1024];
  private int spilled;
  private long characters;
  private long length;
  private @Nullable FileChannel file;

  private SharedStrings(Path folder) {
    this.folder = folder;
  }

  /**
   * @param part null when the workbook has no such texts
   * @param folder for the temporary file, which vanishes when all is read
   */
  static SharedStrings of(@Nullable InputStream part, Path folder)
      throws IOException, XMLStreamException {
    SharedStrings texts = new SharedStrings(folder);
    if (part != null) {
      try {
        texts.read(part);
      } catch (IOException | XMLStreamException | RuntimeException e) {
        texts.close();
        throw e;
      }
    }
    return texts;
  }

  private void read(InputStream part) throws IOException, XMLStreamException {
    try (SafeXml xml = new SafeXml(part)) {
      for (String tag = xml.nextTag(); tag != null; tag = xml.nextTag()) {
        if (tag.equals("si")) {
          add(CellText.rich(xml, "/si"));
          xml.inOrder();
        }
      }
    }
    flush();
  }

  /** Empty for a number that no text has. */
  String get(int number) throws IOException {
    if (number < 0) {
      return "";
    }
    if (number < held.size()) {
      return held.get(number);
    }
    int place = number - held.size();
    if (file == null || place >= spilled) {
      return "";
    }
    long start = place == 0 ? 0 : ends[place - 1];
    ByteBuffer bytes = ByteBuffer.allocate((int) (ends[place] - start));
    while (bytes.hasRemaining()) {
      if (file.read(bytes, start + bytes.position()) < 0) {
        throw new IOException("the temporary file of texts in " + folder + " was cut off");
      }
    }
    return new String(bytes.array(), StandardCharsets.UTF_8);
  }

  private void add(String text) throws IOException {
    // Each costs some bytes even when it is empty.
    characters += text.length() + 32L;
    if (characters <= MOST_IN_MEMORY) {
      held.add(text);
    } else {
      spill(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void spill(byte[] text) throws IOException {
    if (file == null) {
      file =
          FileChannel.open(
              Files.createTempFile(folder, ".texts-", null),
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
    }
    int at = 0;
    while (at < text.length) {
      int some = Math.min(unwritten.remaining(), text.length - at);
      unwritten.put(text, at, some);
      at += some;
      if (!unwritten.hasRemaining()) {
        flush();
      }
    }
    length += text.length;
    if (spilled == MOST_TEXTS) {
      throw new TooMany();
    }
    if (spilled == ends.length) {
      ends = Arrays.copyOf(ends, spilled * 2);
    }
    ends[spilled] = length;
    spilled++;
  }

  private void flush() throws IOException {
    if (file != null) {
      unwritten.flip();
      while (unwritten.hasRemaining()) {
        file.write(unwritten);
      }
      unwritten.clear();
    }
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }

  /** There are more texts than any manifest would have. */
  static final class TooMany extends IOException {

    private static final long serialVersionUID = 1L;

    TooMany() {
      super("more than %,d texts".formatted(MOST_TEXTS));
    }
  }
}

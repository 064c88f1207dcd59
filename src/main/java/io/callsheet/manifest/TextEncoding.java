package io.callsheet.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * How the bytes of a manifest become characters.
 *
 * @param mark the bytes of a byte order mark to leave out
 */
record TextEncoding(Charset charset, int mark) {

  private static final int BUFFER = 1 << 16;

  /**
   * Finds the encoding in which the whole file can be read: what its byte order mark says, else
   * UTF-8, else Windows-1252.
   *
   * @param named the file as the user knows it
   */
  static TextEncoding of(TextBytes file, String named) throws ManifestUnreadable, IOException {
    byte[] start;
    try (InputStream in = file.open()) {
      start = in.readNBytes(4);
    }
    if (start.length == 0) {
      throw new ManifestUnreadable(named, 0, "is empty", "its first line must name the columns");
    }
    if (TextBytes.begins(start, 0xEF, 0xBB, 0xBF)) {
      return new TextEncoding(StandardCharsets.UTF_8, 3).checked(file, named);
    }
    if (TextBytes.begins(start, 0xFF, 0xFE)) {
      return new TextEncoding(StandardCharsets.UTF_16LE, 2).checked(file, named);
    }
    if (TextBytes.begins(start, 0xFE, 0xFF)) {
      return new TextEncoding(StandardCharsets.UTF_16BE, 2).checked(file, named);
    }
    TextEncoding utf8 = new TextEncoding(StandardCharsets.UTF_8, 0);
    return utf8.wrongLine(file, named) == 0
        ? utf8
        : new TextEncoding(Charset.forName("windows-1252"), 0).checked(file, named);
  }

  /** Fails at the first byte that is no text. */
  Reader open(TextBytes file) throws IOException {
    InputStream in = file.open();
    in.skipNBytes(mark);
    return new InputStreamReader(
        in,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private TextEncoding checked(TextBytes file, String named)
      throws ManifestUnreadable, IOException {
    long line = wrongLine(file, named);
    if (line > 0) {
      String problem = "the bytes near this line are not " + charset.name();
      throw new ManifestUnreadable(named, line, problem, TableFile.ADVICE);
    }
    return this;
  }

  /** Reads the whole file; 0 when all of it is text. */
  private long wrongLine(TextBytes file, String named) throws ManifestUnreadable, IOException {
    char[] buffer = new char[BUFFER];
    LineCount lines = new LineCount();
    try (Reader reader = open(file)) {
      for (int length = reader.read(buffer); length >= 0; length = reader.read(buffer)) {
        for (int i = 0; i < length; i++) {
          if (buffer[i] == 0) {
            String problem = "there is a NUL character, which no text has";
            throw new ManifestUnreadable(named, lines.line(), problem, TableFile.ADVICE);
          }
          lines.pass(buffer[i]);
        }
      }
      return 0;
    } catch (CharacterCodingException e) {
      return lines.line();
    }
  }
}

package io.callsheet.manifest;

import java.nio.file.Path;

/** A manifest whose rows cannot be told apart: nothing of it can be used until it is mended. */
public final class ManifestUnreadable extends Exception {

  private static final long serialVersionUID = 1L;

  private final long line;

  ManifestUnreadable(Path file, long line, String problem) {
    super(file + (line > 0 ? ":" + line + ": " : ": ") + problem);
    this.line = line;
  }

  /** Of the file, counted from 1; 0 when the file as a whole is meant. */
  public long line() {
    return line;
  }
}

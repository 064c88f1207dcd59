package io.callsheet.manifest;

import io.callsheet.model.Problem;

/** A manifest whose rows cannot be told apart: nothing of it can be used until it is mended. */
public final class ManifestUnreadable extends Exception {

  private static final long serialVersionUID = 1L;

  private final String file;
  private final long line;
  private final String text;
  private final String fix;

  ManifestUnreadable(String file, long line, String text, String fix) {
    super(file + (line > 0 ? ":" + line + ": " : ": ") + text + (fix.isEmpty() ? "" : ": ") + fix);
    this.file = file;
    this.line = line;
    this.text = text;
    this.fix = fix;
  }

  /** For programs: file, line, what is wrong, what would be right. */
  public Problem problem() {
    return new Problem(file, line, "", "", text, fix);
  }
}

package io.callsheet.asset;

import org.jspecify.annotations.Nullable;

/**
 * A file whose content cannot be used. The message speaks to the person who owns the file, begins
 * with a verb ("is a WebP image; …") and leaves the name of the file to the caller.
 */
public final class UnusableMedia extends Exception {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final @Nullable FileKind kind;

  public UnusableMedia(String problem) {
    this(problem, null);
  }

  UnusableMedia(String problem, @Nullable FileKind kind) {
    super(problem);
    this.problem = problem;
    this.kind = kind;
  }

  /** What the file is instead; null where its kind is not what is wrong. */
  @Nullable FileKind kind() {
    return kind;
  }

  /** The message. */
  public String problem() {
    return problem;
  }

  static UnusableMedia cutOff() {
    return new UnusableMedia("is incomplete: its end is missing; copy or export it again");
  }

  static UnusableMedia damaged(String detail) {
    return new UnusableMedia("is damaged (" + detail + "); export it again");
  }
}

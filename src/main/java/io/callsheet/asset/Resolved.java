package io.callsheet.asset;

import java.nio.file.Path;

/** Where a reference leads. */
public sealed interface Resolved {
  /**
   * A readable file under the asset folder.
   *
   * @param path without links
   */
  record Found(Path path) implements Resolved {}

  /**
   * Nothing that may be used.
   *
   * @param problem for the person who wrote the reference, which it names
   */
  record Unusable(String problem) implements Resolved {}
}

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
   * A file from elsewhere, which has been brought here.
   *
   * @param path in a folder of our own, where it stays while a run needs it
   */
  record Fetched(Path path) implements Resolved {}

  /**
   * Nothing that may be used.
   *
   * @param problem for the person who wrote the reference, which it names
   */
  record Unusable(String problem) implements Resolved {}

  /**
   * Says it in full.
   *
   * @param problem begins with a verb
   */
  static Unusable unusable(String reference, String problem) {
    return new Unusable(Quoted.of(reference) + " " + problem);
  }

  /**
   * Not found out: the run ends before.
   *
   * @param reason what keeps this machine from it, and what to do; empty if somebody stopped it
   */
  record Unknown(String reason) implements Resolved {}
}

package io.callsheet.asset;

import io.callsheet.model.AssetFacts;
import java.nio.file.Path;
import java.time.Instant;

/** What became of a reference to an asset. */
public sealed interface Checked {
  /**
   * The service takes this file, as far as one can see from here.
   *
   * @param path without links
   * @param modified when the file was last written, as its folder says; it did not change while it
   *     was read
   * @param fetched whether it was brought here from elsewhere
   * @param note what its owner should know all the same; empty if nothing
   */
  record Usable(Path path, AssetFacts facts, Instant modified, boolean fetched, String note)
      implements Checked {}

  /**
   * The row cannot be rendered with this reference.
   *
   * @param problem for the person who wrote the reference, which it names
   */
  record Unusable(String problem) implements Checked {}

  /**
   * Not found out: the run ends before.
   *
   * @param reason what keeps this machine from it, and what to do; empty if somebody stopped it
   */
  record Unknown(String reason) implements Checked {}
}

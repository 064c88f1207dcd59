package io.callsheet.ledger;

import io.callsheet.model.AssetFacts;
import java.nio.file.Path;
import java.time.Instant;

/** What a look at a reference told. */
public sealed interface AssetFinding {
  /**
   * A file that the service takes.
   *
   * @param fetched whether it was brought here from elsewhere
   * @param note what its owner should know all the same; empty if nothing
   */
  record Usable(
      AssetRef ref, Path path, Instant modified, AssetFacts facts, boolean fetched, String note)
      implements AssetFinding {}

  /**
   * No row can be rendered with it.
   *
   * @param problem names the reference
   */
  record Unusable(AssetRef ref, String problem) implements AssetFinding {}
}

package io.callsheet.plan;

import io.callsheet.ledger.PreviousRender;
import io.callsheet.ledger.UnplannedRow;
import io.callsheet.model.AssetFacts;
import io.callsheet.model.Sha256;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What is known of a content from other rows, of this run and of all others. */
public interface History {
  /** Those of the contents that any row has; of all others nothing else needs to be asked. */
  Set<Sha256> known(Collection<Sha256> contents);

  /** Whether it may have been paid for elsewhere already, with nobody knowing. */
  boolean isDoubtful(Sha256 content);

  /** A verified video of it. */
  Earlier render(Sha256 content);

  /** Whether one of these files is in quarantine in this run. */
  boolean isHeld(AssetFacts image, AssetFacts video);

  /** The row of this run that is to render it. */
  OptionalLong leader(Sha256 content);

  /** Numbers of the rows of which {@link #previous} may know something. */
  Set<Long> delivered(Collection<UnplannedRow> rows);

  /** What was last delivered for the row: by its key, else for its two references. */
  Optional<PreviousRender> previous(UnplannedRow row);
}

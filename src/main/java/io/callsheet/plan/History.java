package io.callsheet.plan;

import io.callsheet.ledger.EarlierRender;
import io.callsheet.model.AssetFacts;
import io.callsheet.model.Sha256;
import java.util.Optional;
import java.util.OptionalLong;

/** What is known of a content from other rows, of this run and of all others. */
public interface History {
  /** Whether it may have been paid for elsewhere already, with nobody knowing. */
  boolean isDoubtful(Sha256 content);

  /** A verified video of it that may be delivered again. */
  Optional<EarlierRender> render(Sha256 content);

  /** Whether one of these files is in quarantine in this run. */
  boolean isHeld(AssetFacts image, AssetFacts video);

  /** The row of this run that is to render it. */
  OptionalLong leader(Sha256 content);
}

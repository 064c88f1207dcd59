package io.callsheet.cli;

import io.callsheet.ledger.Quarantined;
import io.callsheet.model.RunId;

/** What a person is told of an asset whose rows are held. */
final class HeldView {
  private HeldView() {}

  /** One line: what happened, and what to do now. */
  static String line(RunId run, Quarantined held) {
    return "%s: its other %s held; after a look: callsheet redrive %s --asset %s"
        .formatted(
            held.why(),
            held.rows() == 1 ? "row is" : Words.rows(held.rows()) + " are",
            run,
            Words.argument(held.ref()));
  }
}

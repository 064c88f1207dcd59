package io.callsheet.ledger;

import io.callsheet.model.Credits;
import io.callsheet.model.PlanBasis;
import io.callsheet.model.RunId;
import java.nio.file.Path;
import java.util.Map;

/** Runs to be created. */
final class NewRuns {

  private NewRuns() {}

  static NewRun of(RunId id, String label, Credits cap) {
    return new NewRun(
        id,
        label,
        Scene.digest("inputs"),
        Scene.digest("manifest"),
        "/rows.csv",
        Path.of("/jobs", id.job() + ".yaml"),
        Path.of("/out", id.job()),
        "--rows 1-3",
        true,
        cap,
        new PlanBasis(Map.of("spend.cap", cap.toString())));
  }
}

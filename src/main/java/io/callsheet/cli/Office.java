package io.callsheet.cli;

import io.callsheet.ledger.Database;
import io.callsheet.ledger.Ledger;
import io.callsheet.ledger.Run;
import io.callsheet.model.RunId;
import io.callsheet.pipeline.Engine;
import java.util.List;

/** An open ledger and the engine over it. */
record Office(Workplace workplace, Database database, Engine engine) implements AutoCloseable {

  Ledger ledger() {
    return engine.ledger();
  }

  /** The run that the user names: an id, or {@code last}. */
  Run run(String name) {
    List<Run> all = ledger().runs().all();
    if (name.equals("last")) {
      return all.stream()
          .findFirst()
          .orElseThrow(
              () -> UserError.refused("there is no run yet; start one with: callsheet run JOB"));
    }
    return RunId.find(name)
        .flatMap(ledger().runs()::find)
        .orElseThrow(() -> UserError.refused("there is no run " + name + known(all)));
  }

  private static String known(List<Run> all) {
    if (all.isEmpty()) {
      return "; there is none at all yet";
    }
    return "; the newest is " + all.get(0).id() + " (callsheet runs lists all)";
  }

  @Override
  public void close() {
    engine.close();
    database.close();
  }
}

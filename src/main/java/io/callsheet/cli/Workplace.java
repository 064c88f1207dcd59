package io.callsheet.cli;

import io.callsheet.job.Job;
import io.callsheet.job.JobFileProblems;
import io.callsheet.job.JobLoader;
import io.callsheet.ledger.Database;
import io.callsheet.ledger.LedgerAddress;
import io.callsheet.ledger.LedgerUnavailable;
import io.callsheet.model.ExitCode;
import io.callsheet.pipeline.Engine;
import io.callsheet.sandbox.Fault;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a command finds around it.
 *
 * @param environment secrets come from there and from nowhere else
 */
record Workplace(Home home, Map<String, String> environment, Clock clock, Terminal terminal) {

  Job job(Path file) {
    try {
      return new JobLoader(Fault.names()).load(file);
    } catch (JobFileProblems e) {
      throw UserError.refused(String.valueOf(e.getMessage()));
    }
  }

  /** A variable of the environment that is set to something. */
  Optional<String> variable(String name) {
    @Nullable String value = environment.get(name);
    return Optional.ofNullable(value).filter(text -> !text.isBlank());
  }

  /** Opens the ledger and starts Spring over it. */
  Office open() {
    try {
      Database database = Database.open(address());
      try {
        return new Office(this, database, Engine.start(database, clock));
      } catch (RuntimeException e) {
        database.close();
        throw e;
      }
    } catch (LedgerUnavailable e) {
      ExitCode exit = e.isHeldByAnother() ? ExitCode.HELD : ExitCode.INTERNAL;
      throw new UserError(exit, e.getMessage() + heldBy(e));
    }
  }

  private String heldBy(LedgerUnavailable e) {
    if (!e.isHeldByAnother()) {
      return "";
    }
    return LiveFile.owners(home)
            .map(
                live ->
                    ": " + live.run() + " is worked on by pid " + live.pid() + " on " + live.host())
            .orElse("")
        + "; wait for it to end, or look at it with: callsheet status";
  }

  private LedgerAddress address() {
    return variable("CALLSHEET_DB_URL")
        .<LedgerAddress>map(
            url ->
                new LedgerAddress.Server(
                    url,
                    environment.get("CALLSHEET_DB_USER"),
                    environment.get("CALLSHEET_DB_PASSWORD")))
        .orElseGet(() -> new LedgerAddress.File(home.ledger()));
  }
}

package io.callsheet.cli;

import io.callsheet.model.RunId;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where the state lives.
 *
 * @param folder {@code CALLSHEET_HOME}, by default {@code .callsheet} beside the launcher
 */
record Home(Path folder) {

  static Home find(Map<String, String> environment, Properties properties) {
    @Nullable String named = environment.get("CALLSHEET_HOME");
    if (named != null && !named.isBlank()) {
      return new Home(Path.of(named).toAbsolutePath().normalize());
    }
    String launcher = properties.getProperty("callsheet.launcher", "");
    return new Home(Path.of(launcher, ".callsheet").toAbsolutePath().normalize());
  }

  Path ledger() {
    return folder.resolve("ledger");
  }

  Path runs() {
    return folder.resolve("runs");
  }

  Path run(RunId run) {
    return runs().resolve(run.toString());
  }

  /** The run's own copy of its manifest. */
  Path manifest(RunId run) {
    return run(run).resolve("manifest");
  }

  /** What the owner rewrites each second. */
  Path live(RunId run) {
    return run(run).resolve("live.json");
  }

  /** Reference files that were fetched from elsewhere. */
  Path fetched() {
    return folder.resolve("fetched");
  }

  Path sandbox() {
    return folder.resolve("sandbox");
  }

  Path log() {
    return folder.resolve("log").resolve("callsheet.log");
  }
}

package io.callsheet.cli;

import io.callsheet.ledger.Quarantined;
import io.callsheet.ledger.RowCounts;
import io.callsheet.ledger.Run;
import io.callsheet.model.Credits;
import io.callsheet.model.RowState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a run stands, as its owner writes it down each second for those who cannot open the ledger.
 *
 * @param started the owner's start time; a pid alone may be used again
 * @param held a line for each asset whose rows are held
 */
record LiveFile(
    String run,
    long pid,
    String started,
    String host,
    Instant at,
    String phase,
    RowCounts rows,
    Credits cap,
    Credits reserved,
    Credits charged,
    List<String> held) {
  private static final JsonMapper JSON = JsonMapper.shared();

  static LiveFile of(
      Run run, RowCounts rows, List<Quarantined> held, ThisProcess owner, Instant now) {
    return new LiveFile(
        run.id().toString(),
        owner.pid(),
        owner.started(),
        owner.host(),
        now,
        run.phase().name(),
        rows,
        run.cap(),
        run.reserved(),
        run.charged(),
        held.stream().map(bad -> HeldView.line(run.id(), bad)).toList());
  }

  void write(Path file) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("run", run);
    json.put("pid", pid);
    json.put("started", started);
    json.put("host", host);
    json.put("at", at.toString());
    json.put("phase", phase);
    Map<String, Long> counts = new LinkedHashMap<>();
    rows.byState().forEach((state, n) -> counts.put(state.name(), n));
    json.put("rows", counts);
    json.put("overdue", rows.overdue());
    json.put("cap", cap.toString());
    json.put("reserved", reserved.toString());
    json.put("charged", charged.toString());
    json.put("held", held);
    try {
      Path temporary = file.resolveSibling(".live.json.part");
      Files.writeString(temporary, JSON.writeValueAsString(json));
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /** What a file says, if it is there and whole. */
  static Optional<LiveFile> read(Path file) {
    try {
      JsonNode json = JSON.readTree(Files.readAllBytes(file));
      Map<RowState, Long> counts = new EnumMap<>(RowState.class);
      json.path("rows")
          .properties()
          .forEach(e -> counts.put(RowState.valueOf(e.getKey()), e.getValue().asLong()));
      return Optional.of(
          new LiveFile(
              json.path("run").asString(),
              json.path("pid").asLong(),
              json.path("started").asString(),
              json.path("host").asString(),
              Instant.parse(json.path("at").asString()),
              json.path("phase").asString(),
              new RowCounts(counts, json.path("overdue").asLong()),
              Credits.parse(json.path("cap").asString()),
              Credits.parse(json.path("reserved").asString()),
              Credits.parse(json.path("charged").asString()),
              json.path("held").valueStream().map(JsonNode::asString).toList()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException
        | JacksonException
        | java.time.DateTimeException
        | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A run that a living process of this machine works on. */
  static Optional<LiveFile> owners(Home home) {
    try (DirectoryStream<Path> runs = Files.newDirectoryStream(home.runs())) {
      for (Path run : runs) {
        Optional<LiveFile> live = read(run.resolve("live.json"));
        if (live.isPresent() && live.get().isAlive()) {
          return live;
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  boolean isAlive() {
    return host.equals(ThisProcess.now().host()) && ThisProcess.lives(pid, started);
  }
}

package io.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callsheet.model.Credits;
import io.callsheet.model.Resolution;
import io.callsheet.model.Sha256;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is on disk is what was accepted. */
class JournalTest {
  private static final Instant START = Instant.parse("2026-11-22T12:00:00.123Z");
  private static final Task TASK =
      new Task(
          "A1",
          START,
          START.plusSeconds(1),
          START.plusSeconds(3),
          "no",
          Credits.of(36),
          Resolution.P1080,
          Sha256.of(new byte[] {1}),
          Sha256.of(new byte[] {2}),
          Duration.ofMillis(3040),
          URI.create("https://hooks.example.com/t"),
          null);

  private @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("tasks.jsonl");
    try (Journal journal = Journal.open(file)) {
      journal.append(TASK);
    }
  }

  @Test
  void gives_back_what_was_written() throws IOException {
    try (Journal journal = Journal.open(file)) {
      assertThat(journal.found()).containsExactly(TASK);
    }
  }

  @Test
  void cuts_a_torn_last_line_even_if_only_its_end_of_line_is_missing() throws IOException {
    String whole = Files.readString(file);
    Files.writeString(file, whole.strip(), StandardOpenOption.APPEND);
    try (Journal journal = Journal.open(file)) {
      assertThat(journal.found()).containsExactly(TASK);
    }
    assertThat(Files.readString(file)).isEqualTo(whole);
  }

  @Test
  void names_the_line_that_it_cannot_read() throws IOException {
    Files.writeString(file, "nonsense\n", StandardOpenOption.APPEND);
    assertThatThrownBy(() -> Journal.open(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("line 2 of " + file)
        .hasMessageContaining("move that file away");
  }
}

package io.callsheet.wholerun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own. */
final class Child implements AutoCloseable {
  /** Far beyond any run here: only a hang takes so long. */
  private static final Duration PATIENCE = Duration.ofSeconds(180);

  private final Process process;
  private final Path output;

  Child(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  int awaitExit() {
    return awaitExit(PATIENCE);
  }

  int awaitExit(Duration limit) {
    assertThat(endsWithin(limit))
        .as("the process ends within %s; it said:%n%s", limit, output())
        .isTrue();
    return process.exitValue();
  }

  boolean endsWithin(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** SIGKILL; gone when this returns. Whether it was still alive. */
  boolean kill() {
    boolean alive = process.isAlive();
    process.destroyForcibly();
    endsWithin(PATIENCE);
    return alive;
  }

  /** SIGTERM. */
  void terminate() {
    process.destroy();
  }

  /** All that it wrote to stdout and stderr so far. */
  String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}

package io.callsheet.wholerun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A named pipe in place of a file: whoever opens it to write waits for a reader. */
final class Pipe {
  private Pipe() {}

  /** Starts a process and kills it when it has opened the file, before it writes. */
  static Child killsWhoeverOpens(Path file, Supplier<Child> start) throws Exception {
    Files.createDirectories(file.getParent());
    assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();
    CompletableFuture<InputStream> opened =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return Files.newInputStream(file);
              } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
    Child child = start.get();
    InputStream reader = opened.get(180, TimeUnit.SECONDS);
    // The reader stays until it is dead: without one it would not wait but fail.
    assertThat(child.kill()).as(child.output()).isTrue();
    reader.close();
    // What is quick enough has found out by then that it is no file, and removed it.
    Files.deleteIfExists(file);
    return child;
  }
}

package io.callsheet.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;

/**
 * The accepted tasks, one JSON line each, only ever added to. A task is on disk before its submit
 * is answered.
 */
final class Journal implements AutoCloseable {
  private final FileChannel channel;
  private final List<Task> found;

  private Journal(FileChannel channel, List<Task> found) {
    this.channel = channel;
    this.found = found;
  }

  /**
   * Opens or begins a journal. A last line that a kill has torn was never answered for: it is cut.
   *
   * @throws IOException also if another line cannot be read
   */
  static Journal open(Path file) throws IOException {
    List<Task> tasks = new ArrayList<>();
    long good = 0;
    byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    int from = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        tasks.add(read(bytes, from, i, tasks.size() + 1, file));
        from = i + 1;
        good = from;
      }
    }
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.truncate(good);
    channel.position(good);
    return new Journal(channel, List.copyOf(tasks));
  }

  private static Task read(byte[] bytes, int from, int to, int line, Path file) throws IOException {
    try {
      return Json.MAPPER.readValue(bytes, from, to - from, Task.class);
    } catch (JacksonException e) {
      throw new IOException(
          "the sandbox cannot read line %d of %s; move that file away to start with no tasks"
              .formatted(line, file),
          e);
    }
  }

  /** The tasks that were there when the journal was opened, oldest first. */
  List<Task> found() {
    return found;
  }

  /** Returns when the task is on disk; leaves no half line behind if that fails. */
  synchronized void append(Task task) throws IOException {
    byte[] line = (Json.MAPPER.writeValueAsString(task) + "\n").getBytes(UTF_8);
    long before = channel.position();
    try {
      ByteBuffer buffer = ByteBuffer.wrap(line);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(false);
    } catch (IOException e) {
      channel.truncate(before);
      channel.position(before);
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

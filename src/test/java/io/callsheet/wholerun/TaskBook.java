package io.callsheet.wholerun;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The service's own books: every accepted request is on disk before anybody hears of it. */
final class TaskBook implements AutoCloseable {
  private final Path file;
  private final FileChannel journal;
  private final Map<String, Task> tasks = new LinkedHashMap<>();
  private final Set<String> charged = new HashSet<>();
  private BigDecimal credits;

  TaskBook(Path folder, long credits) throws IOException {
    this.file = Files.createDirectories(folder).resolve("accepted.txt");
    this.journal = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND);
    this.credits = BigDecimal.valueOf(credits);
  }

  /** Empty if the account cannot pay for it beside what it has promised already. */
  synchronized Optional<Task> accept(Submission asked, Instant ready, String failure)
      throws IOException {
    String id =
        "T"
            + (tasks.size() + 1)
            + "x"
            + Movie.sha256(asked.content().getBytes(StandardCharsets.UTF_8)).substring(0, 8);
    Task task = new Task(id, asked, ready, failure, "/files/" + id + ".mp4");
    if (promised().add(task.price()).compareTo(credits) > 0) {
      return Optional.empty();
    }
    journal.write(
        ByteBuffer.wrap(
            (id + " " + asked.content().replace('\n', ' ') + "\n")
                .getBytes(StandardCharsets.UTF_8)));
    journal.force(true);
    tasks.put(id, task);
    return Optional.of(task);
  }

  private BigDecimal promised() {
    return tasks.values().stream()
        .filter(task -> task.failure() == null && !charged.contains(task.id()))
        .map(Task::price)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  synchronized Optional<Task> find(String id) {
    return Optional.ofNullable(tasks.get(id));
  }

  synchronized void end(Instant now) {
    tasks.replaceAll((id, task) -> task.ready().isAfter(now) ? task.readyAt(now) : task);
  }

  /** A render is charged once, when it is done. */
  synchronized void charge(Task task) {
    if (task.failure() == null && charged.add(task.id())) {
      credits = credits.subtract(task.price());
    }
  }

  /** Renders end whether or not anybody asks. */
  synchronized BigDecimal balance(Instant now) {
    tasks.values().stream()
        .filter(task -> !task.ready().isAfter(now))
        .toList()
        .forEach(this::charge);
    return credits;
  }

  /** What each task was charged that was charged at all. */
  synchronized Map<String, BigDecimal> bills() {
    return charged.stream().collect(Collectors.toMap(id -> id, id -> tasks.get(id).price()));
  }

  synchronized void topUp(long more) {
    credits = credits.add(BigDecimal.valueOf(more));
  }

  synchronized List<Task> all() {
    return new ArrayList<>(tasks.values());
  }

  /** How often each content was accepted, read back from the disk. */
  synchronized Map<String, Long> acceptedByContent() throws IOException {
    return Files.readAllLines(file).stream()
        .map(line -> line.substring(line.indexOf(' ') + 1))
        .collect(
            Collectors.groupingBy(content -> content, LinkedHashMap::new, Collectors.counting()));
  }

  @Override
  public void close() throws IOException {
    journal.close();
  }
}

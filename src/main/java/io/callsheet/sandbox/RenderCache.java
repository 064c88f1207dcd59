package io.callsheet.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The renders on disk, made one at a time: encoding takes a whole core, and the same pair is
 * rendered once however often it is ordered.
 */
final class RenderCache implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RenderCache.class);

  /** A task that finds no place here is rendered when it is fetched. */
  private static final int MOST_WAITING = 256;

  private static final int CLOSE_SECONDS = 10;

  private final Path folder;
  private final Characters characters;
  private final Renderer renderer = new Renderer();

  /** Fair, so that a fetch waits for one render and not for all that were ordered before. */
  private final ReentrantLock encoding = new ReentrantLock(true);

  private final ExecutorService ahead =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MOST_WAITING),
          new DaemonThreads("sandbox-render"),
          new ThreadPoolExecutor.DiscardPolicy());

  RenderCache(Path folder, Characters characters) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.characters = characters;
  }

  /** Has the render of a new task made while the service would be at it. */
  void begin(Task task) {
    if (task.failure() == null) {
      ahead.execute(
          () -> {
            try {
              of(task);
            } catch (IOException | RuntimeException e) {
              log.debug("The render of {} is left to its first fetch", task.id(), e);
            }
          });
    }
  }

  /** The file, made now if it is not there yet. */
  Path of(Task task) throws IOException {
    String name = task.character() + "-" + task.performance() + "-" + task.resolution().word();
    String length = task.cut() == null ? "" : "-" + task.cut().toMillis();
    Path file = folder.resolve(name + length + ".mp4");
    if (!Files.exists(file)) {
      encoding.lock();
      try {
        if (!Files.exists(file)) {
          make(task, file);
        }
      } finally {
        encoding.unlock();
      }
    }
    return file;
  }

  private void make(Task task, Path file) throws IOException {
    Path unfinished = folder.resolve("unfinished.mp4");
    Files.deleteIfExists(unfinished);
    renderer.render(task, characters.file(task.character()), unfinished);
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Gives up what nobody has fetched yet; the render under way breaks off at its next write. */
  @Override
  public void close() throws IOException {
    ahead.shutdownNow();
    try {
      if (!ahead.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("a render does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

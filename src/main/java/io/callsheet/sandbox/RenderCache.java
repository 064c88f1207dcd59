package io.callsheet.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The renders on disk. One is made when it is first fetched, one at a time: encoding takes a whole
 * core, and the same pair is rendered once however often it is ordered.
 */
final class RenderCache {
  private final Path folder;
  private final Characters characters;
  private final Renderer renderer = new Renderer();
  private final Object encoding = new Object();

  RenderCache(Path folder, Characters characters) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.characters = characters;
  }

  Path of(Task task) throws IOException {
    String name = task.character() + "-" + task.performance() + "-" + task.resolution().word();
    Path file = folder.resolve(name + ".mp4");
    if (!Files.exists(file)) {
      synchronized (encoding) {
        if (!Files.exists(file)) {
          make(task, file);
        }
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
}

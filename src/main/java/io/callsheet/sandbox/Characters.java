package io.callsheet.sandbox;

import io.callsheet.model.AssetFacts;
import io.callsheet.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Keeps character images by their hash, for the renders to show. */
final class Characters {
  private final Path folder;

  Characters(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  Path file(Sha256 sha256) {
    return folder.resolve(sha256.hex());
  }

  boolean has(AssetFacts image) {
    return Files.exists(file(image.sha256()));
  }

  /** Takes the file over: it is moved. */
  void keep(AssetFacts image, Path fetched) throws IOException {
    Files.move(fetched, file(image.sha256()), StandardCopyOption.ATOMIC_MOVE);
  }
}

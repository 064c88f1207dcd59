package io.callsheet.asset.remote;

import java.io.IOException;
import java.nio.file.Path;

/** This machine cannot keep what comes; no other reference will fare better. */
final class NoRoom extends IOException {
  private static final long serialVersionUID = 1L;

  NoRoom(Path place, IOException cause) {
    super("cannot write fetched files to %s: %s".formatted(place, cause.getMessage()), cause);
  }
}

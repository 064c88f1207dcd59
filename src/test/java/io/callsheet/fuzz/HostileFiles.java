package io.callsheet.fuzz;

import io.callsheet.asset.HostileMedia;
import io.callsheet.testing.HostileFile;
import io.callsheet.testing.HostileTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Writes the corpus of small hostile files into a folder, to try them by hand. */
public final class HostileFiles {
  private HostileFiles() {}

  /**
   * @param args the folder
   */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    for (HostileFile file :
        Stream.concat(HostileMedia.files().stream(), HostileTables.files().stream()).toList()) {
      Files.write(folder.resolve(file.name()), file.content());
    }
  }
}

package io.callsheet.manifest;

import io.callsheet.job.ManifestSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The two files of a matrix, in the folder that the job names as its manifest. */
final class PairFiles {

  static final String CHARACTERS = "characters";
  static final String PERFORMANCES = "performances";
  static final List<String> ENDINGS = List.of(".csv", ".csv.gz", ".xlsx");

  private PairFiles() {}

  /** Where one of the two files is; in a bucket only CSV is looked for. */
  static ManifestSource.Place half(ManifestSource.Place folder, String name)
      throws ManifestUnreadable {
    if (folder instanceof ManifestSource.InBucket object) {
      String prefix = object.key().isEmpty() || object.key().endsWith("/") ? "" : "/";
      return new ManifestSource.InBucket(object.bucket(), object.key() + prefix + name + ".csv");
    }
    Path path = ((ManifestSource.OnDisk) folder).path();
    return new ManifestSource.OnDisk(find(path, name, path.toString()));
  }

  /** Without its folder. */
  static String fileName(ManifestSource.Place file) {
    String text = file.toString();
    return file instanceof ManifestSource.OnDisk disk
        ? String.valueOf(disk.path().getFileName())
        : text.substring(text.lastIndexOf('/') + 1);
  }

  /**
   * @param named the folder as the user knows it
   */
  static Path find(Path folder, String name, String named) throws ManifestUnreadable {
    List<Path> found =
        ENDINGS.stream()
            .map(ending -> folder.resolve(name + ending))
            .filter(Files::isRegularFile)
            .toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    String text =
        found.isEmpty()
            ? "has no " + name + ".csv"
            : "has both " + found.get(0).getFileName() + " and " + found.get(1).getFileName();
    throw new ManifestUnreadable(
        named,
        0,
        text,
        "`pairs: matrix` takes a folder with one %s and one %s file (.csv, .csv.gz or .xlsx)"
            .formatted(CHARACTERS, PERFORMANCES));
  }
}

package io.callsheet.job;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** Reads the keys that say where the rows of a job come from. */
final class ManifestSourceReader {

  /** Of a sheet, as Excel has it. */
  private static final int LONGEST_SHEET = 31;

  private ManifestSourceReader() {}

  /**
   * @param base where relative paths begin
   */
  static ManifestSource read(Section root, Path base) {
    boolean matrix =
        root.find("pairs", Forms.oneOf(List.of("matrix"), UnaryOperator.identity())) != null;
    if (matrix && root.has("sheet")) {
      root.refuse("sheet", "cannot be set with pairs: matrix, which takes two files: delete it");
    }
    ManifestSource.Place place =
        root.require(
            "manifest",
            PlaceForms.manifest(base, matrix),
            new ManifestSource.OnDisk(base),
            matrix
                ? "name the folder with characters.csv and performances.csv"
                : "name the CSV or XLSX file of rows");
    return new ManifestSource(place, root.find("sheet", Forms.text(LONGEST_SHEET)), matrix);
  }
}

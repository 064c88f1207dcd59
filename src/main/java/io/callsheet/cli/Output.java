package io.callsheet.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An output folder carries the id of the ledger that writes to it. */
final class Output {
  private static final String MARK = ".callsheet-ledger";

  private Output() {}

  /** Two ledgers in one folder would each take the other's videos for strangers. */
  static void claim(Path output, String ledger) {
    try {
      Files.createDirectories(output);
      Path mark = output.resolve(MARK);
      try {
        Files.writeString(mark, ledger + "\n", java.nio.file.StandardOpenOption.CREATE_NEW);
      } catch (FileAlreadyExistsException e) {
        String other = Files.readString(mark).strip();
        if (!other.equals(ledger)) {
          throw UserError.refused(
              output
                  + " belongs to another ledger ("
                  + other
                  + "; this one is "
                  + ledger
                  + "): use the CALLSHEET_HOME that made it, another output, or remove "
                  + mark);
        }
      }
    } catch (IOException e) {
      throw UserError.refused("cannot write to the output " + output + ": " + e.getMessage());
    }
  }
}

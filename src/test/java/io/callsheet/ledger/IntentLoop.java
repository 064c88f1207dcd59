package io.callsheet.ledger;

import io.callsheet.model.Credits;
import java.nio.file.Path;

/** Writes intent after intent, and says of each when it was acknowledged, until it is killed. */
final class IntentLoop {

  private static final int ROWS = 5_000;

  private IntentLoop() {}

  public static void main(String[] arguments) throws Exception {
    try (OpenLedger open = OpenLedger.at(new LedgerAddress.File(Path.of(arguments[0])))) {
      Scene scene = Scene.staged(open, Credits.of(45L * ROWS), ROWS);
      System.out.println("run " + scene.id);
      for (SubmitRow row : scene.ledger.submits().due(scene.id, ROWS)) {
        scene.tryIntend(row, 1);
        System.out.println("acknowledged " + row.no() + ".");
      }
      System.in.read();
    }
  }
}

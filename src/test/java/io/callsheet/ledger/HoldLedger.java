package io.callsheet.ledger;

import java.nio.file.Path;

/** Opens a ledger and keeps it. */
final class HoldLedger {

  private HoldLedger() {}

  public static void main(String[] arguments) throws Exception {
    try (OpenLedger open = OpenLedger.at(new LedgerAddress.File(Path.of(arguments[0])))) {
      System.out.println("open " + open.ledger().id());
      System.in.read();
    }
  }
}

package io.callsheet.ledger;

/** The ledger cannot be opened; the message says why and what to do. */
public final class LedgerUnavailable extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean heldByAnother;

  LedgerUnavailable(String message, boolean heldByAnother, Throwable cause) {
    super(message, cause);
    this.heldByAnother = heldByAnother;
  }

  /** Whether another process has the H2 file open. */
  public boolean isHeldByAnother() {
    return heldByAnother;
  }
}

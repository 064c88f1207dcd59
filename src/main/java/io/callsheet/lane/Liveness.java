package io.callsheet.lane;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Whether any row of a run may still need a lane. Once one lane has found that none does, no other
 * may wait for it: a task may yet be found done, or accepted.
 */
public final class Liveness {
  private final BooleanSupplier any;
  private final AtomicBoolean over = new AtomicBoolean();

  /**
   * @param any asks the ledger
   */
  public Liveness(BooleanSupplier any) {
    this.any = any;
  }

  /** Whether a lane has found that it is over. */
  boolean isOver() {
    return over.get();
  }

  /** Asks the ledger, unless it is known. */
  boolean askWhetherOver() {
    if (!over.get() && !any.getAsBoolean()) {
      over.set(true);
    }
    return over.get();
  }
}

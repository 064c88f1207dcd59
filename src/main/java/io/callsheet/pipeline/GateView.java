package io.callsheet.pipeline;

import io.callsheet.ledger.BalanceBook;

/** What a person hears at the gate, before anything is spent. */
public interface GateView {
  /** The plan is made: this is what it will cost. */
  void planned();

  /** The account will be empty before the plan is done; the run goes on until then. */
  void falls(BalanceBook.Shortfall shortfall);
}

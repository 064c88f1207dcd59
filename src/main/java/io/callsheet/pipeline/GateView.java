package io.callsheet.pipeline;

import io.callsheet.ledger.BalanceBook;
import io.callsheet.provider.BalanceOutcome;
import java.util.function.Supplier;

/** What a person hears at the gate, before anything is spent. */
public interface GateView {
  /**
   * The plan is made: this is what it will cost.
   *
   * @param balance asks the account, once for all who want to know
   */
  void planned(Supplier<BalanceOutcome> balance);

  /** The account will be empty before the plan is done; the run goes on until then. */
  void falls(BalanceBook.Shortfall shortfall);
}

package io.callsheet.pipeline;

import io.callsheet.ledger.BalanceBook;
import io.callsheet.provider.BalanceOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Remembers what a person would have heard at the gate. */
final class QuietGate implements GateView {
  final List<BalanceBook.Shortfall> shortfalls = new ArrayList<>();
  boolean asksForTheBalance;

  @Override
  public void planned(Supplier<BalanceOutcome> balance) {
    if (asksForTheBalance) {
      balance.get();
    }
  }

  @Override
  public void falls(BalanceBook.Shortfall shortfall) {
    shortfalls.add(shortfall);
  }
}

package io.callsheet.pipeline;

import io.callsheet.ledger.BalanceBook;
import java.util.ArrayList;
import java.util.List;

/** Remembers what a person would have heard at the gate. */
final class QuietGate implements GateView {
  final List<BalanceBook.Shortfall> shortfalls = new ArrayList<>();

  @Override
  public void planned() {}

  @Override
  public void falls(BalanceBook.Shortfall shortfall) {
    shortfalls.add(shortfall);
  }
}

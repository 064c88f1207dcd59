package io.callsheet.cli;

import io.callsheet.ledger.BalanceBook.Shortfall;
import io.callsheet.model.RunId;
import io.callsheet.pipeline.GateView;
import io.callsheet.provider.BalanceOutcome;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Tells the person at the terminal what the gate found. */
record GateWords(Terminal terminal, RunId run, Consumer<Supplier<BalanceOutcome>> plan)
    implements GateView {

  @Override
  public void planned(Supplier<BalanceOutcome> balance) {
    plan.accept(balance);
  }

  @Override
  public void falls(Shortfall shortfall) {
    terminal.say(
        "%s: the account holds %s credits, and %s are to be spent"
            .formatted(run, shortfall.balance(), shortfall.cost()));
    terminal.say(
        "  it pays for %d of %s; the first one that it does not pay for is %s (line %d)"
            .formatted(
                shortfall.paid(),
                Words.rows(shortfall.rows()),
                shortfall.first(),
                shortfall.line()));
    terminal.say("  top up now, or the run pauses there and waits for it");
  }
}

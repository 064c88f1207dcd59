package io.callsheet.cli;

import io.callsheet.model.Credits;
import io.callsheet.provider.BalanceOutcome;
import java.util.function.Supplier;

/** The account's balance, or why it is not known: a plan is worth something without it. */
sealed interface Account {
  record Holds(Credits credits) implements Account {}

  /**
   * @param why half a sentence for the user
   */
  record Unknown(String why) implements Account {}

  /** Asks; whatever goes wrong is an answer. */
  static Account ask(Supplier<BalanceOutcome> question) {
    try {
      BalanceOutcome outcome = question.get();
      if (outcome instanceof BalanceOutcome.Known known) {
        return new Holds(known.credits());
      }
      if (outcome instanceof BalanceOutcome.KeyRefused refused) {
        return new Unknown("the service refuses the key (CALLSHEET_API_KEY): " + refused.message());
      }
      return new Unknown(
          "the service does not answer: " + ((BalanceOutcome.NoAnswer) outcome).message());
    } catch (UserError e) {
      return new Unknown(String.valueOf(e.getMessage()));
    }
  }
}

package io.callsheet.provider;

import io.callsheet.model.Credits;

/** What a balance call told. */
public sealed interface BalanceOutcome {
  record Known(Credits credits) implements BalanceOutcome {}

  /** 401 or 403. */
  record KeyRefused(int http, String message) implements BalanceOutcome {}

  /**
   * The call failed.
   *
   * @param http 0 where there was no answer
   */
  record NoAnswer(int http, String message) implements BalanceOutcome {}
}

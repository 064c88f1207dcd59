package io.callsheet.wholerun;

/** Hears of moments in the middle of an exchange, which waits until it has heard. */
interface Watcher {
  Watcher NOBODY = (moment, prompt) -> {};

  /**
   * @param prompt of the row concerned, where the server knows it, else empty
   */
  void at(Moment moment, String prompt);
}

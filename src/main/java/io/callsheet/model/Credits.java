package io.callsheet.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of the service's credits, counted in thousandths of a credit; never a floating-point
 * number.
 *
 * @param thousandths may be negative (the unexplained part of a balance)
 */
public record Credits(long thousandths) implements Comparable<Credits> {
  public static final Credits ZERO = new Credits(0);

  /** {@code of(9)} is nine credits. */
  public static Credits of(long whole) {
    return new Credits(Math.multiplyExact(whole, 1000L));
  }

  /**
   * Reads a decimal number of credits, rounding a fraction finer than a thousandth up: what was
   * billed is never booked as less.
   *
   * @throws NumberFormatException if the text is no number
   * @throws ArithmeticException if the amount does not fit
   */
  public static Credits parse(String text) {
    BigDecimal amount = new BigDecimal(text.strip());
    // Before any arithmetic: 1e-400000000 is short to write and endless to round.
    if (amount.precision() - (long) amount.scale() > 15 || amount.scale() > 1000) {
      throw new ArithmeticException("not an amount that can be counted");
    }
    return new Credits(amount.movePointRight(3).setScale(0, RoundingMode.CEILING).longValueExact());
  }

  public Credits plus(Credits other) {
    return new Credits(Math.addExact(thousandths, other.thousandths));
  }

  public Credits minus(Credits other) {
    return new Credits(Math.subtractExact(thousandths, other.thousandths));
  }

  public Credits times(long factor) {
    return new Credits(Math.multiplyExact(thousandths, factor));
  }

  public Credits negated() {
    return new Credits(Math.negateExact(thousandths));
  }

  public boolean isZero() {
    return thousandths == 0;
  }

  public BigDecimal toDecimal() {
    return BigDecimal.valueOf(thousandths, 3);
  }

  @Override
  public int compareTo(Credits other) {
    return Long.compare(thousandths, other.thousandths);
  }

  /** Without trailing zeros: {@code 12.5}, {@code 40}, {@code -0.001}. */
  @Override
  public String toString() {
    return thousandths == 0 ? "0" : toDecimal().stripTrailingZeros().toPlainString();
  }
}

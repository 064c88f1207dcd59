package io.callsheet.model;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * What a second of video costs.
 *
 * @param name of the rate card, as reports show it
 * @param p720 credits a second at 720p
 * @param p1080 credits a second at 1080p
 */
public record Rate(String name, Credits p720, Credits p1080) {
  private static final BigDecimal USD_A_CREDIT = new BigDecimal("0.005");

  /** 9 and 15 credits a second (vidgo-api, Credits). */
  public static final Rate VIDGO = new Rate("vidgo-2026-11", Credits.of(9), Credits.of(15));

  /** What an amount costs in US dollars: 2,000 credits cost 10 (vidgo-api, Credits). */
  public static BigDecimal usd(Credits credits) {
    return credits.toDecimal().multiply(USD_A_CREDIT);
  }

  public Credits perSecond(Resolution resolution) {
    return switch (resolution) {
      case P720 -> p720;
      case P1080 -> p1080;
    };
  }

  /** How long a video the amount buys, to the millisecond below. */
  public Duration bought(Credits amount, Resolution resolution) {
    long thousandths = Math.multiplyExact(amount.thousandths(), 1000L);
    return Duration.ofMillis(thousandths / perSecond(resolution).thousandths());
  }

  /** The price of a video of this length under a rounding rule. */
  public Credits price(Duration length, Resolution resolution, Rounding rounding) {
    long millis = rounding.billed(length).toMillis();
    long thousandthsTimesMillis = Math.multiplyExact(perSecond(resolution).thousandths(), millis);
    return new Credits((thousandthsTimesMillis + 999) / 1000);
  }
}

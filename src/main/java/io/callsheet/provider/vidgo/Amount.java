package io.callsheet.provider.vidgo;

import io.callsheet.model.Credits;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads {@code credits_amount} (vidgo-api, Status and Credits). */
final class Amount {
  /** 5,000 USD for one clip: no charge, but a mistake in the answer. */
  private static final Credits ABSURD = Credits.of(1_000_000);

  /** Arithmetic on exponents beyond this takes more memory than there is. */
  private static final int LARGEST_SCALE = 60;

  /** Reading a number takes the square of its length. */
  private static final int LONGEST = 100;

  private Amount() {}

  /** Null where there is no amount that can be read. */
  static @Nullable Credits read(JsonNode node) {
    String text = Json.text(node);
    if (text == null || text.length() > LONGEST) {
      return null;
    }
    try {
      BigDecimal number = new BigDecimal(text.strip());
      return Math.abs((long) number.scale()) > LARGEST_SCALE
          ? null
          : Credits.parse(number.toString());
    } catch (ArithmeticException | NumberFormatException e) {
      return null;
    }
  }

  /** As {@link #read}, and null for a charge that cannot be one. */
  static @Nullable Credits charge(JsonNode node) {
    Credits charge = read(node);
    boolean plausible =
        charge != null && charge.compareTo(Credits.ZERO) >= 0 && charge.compareTo(ABSURD) <= 0;
    return plausible ? charge : null;
  }
}

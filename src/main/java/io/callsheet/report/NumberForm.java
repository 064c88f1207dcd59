package io.callsheet.report;

import java.math.BigDecimal;

/** How a workbook shows numbers; what it keeps is exact. */
final class NumberForm {
  static final String WHOLE = "#,##0";

  private NumberForm() {}

  /** One form down a column, so that points stand below points; credits are whole but for some. */
  static String of(String column, BigDecimal number) {
    if (column.startsWith("usd")) {
      return WHOLE + ".000";
    }
    if (column.startsWith("seconds")) {
      return WHOLE + ".0";
    }
    return number.stripTrailingZeros().scale() <= 0 ? WHOLE : WHOLE + ".0##";
  }
}

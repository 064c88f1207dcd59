package io.callsheet.ledger;

import io.callsheet.model.Credits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How our values look in columns. */
final class Columns {
  private Columns() {}

  static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : requiredTime(instant);
  }

  /** The database keeps milliseconds, and would round to the next one. */
  static OffsetDateTime requiredTime(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
  }

  static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
    OffsetDateTime time = rs.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  static Instant requiredInstant(ResultSet rs, String column) throws SQLException {
    return rs.getObject(column, OffsetDateTime.class).toInstant();
  }

  static Credits credits(ResultSet rs, String column) throws SQLException {
    return new Credits(rs.getLong(column));
  }

  static @Nullable Credits optionalCredits(ResultSet rs, String column) throws SQLException {
    long thousandths = rs.getLong(column);
    return rs.wasNull() ? null : new Credits(thousandths);
  }

  static @Nullable Duration optionalMillis(ResultSet rs, String column) throws SQLException {
    long millis = rs.getLong(column);
    return rs.wasNull() ? null : Duration.ofMillis(millis);
  }

  static @Nullable Long optionalLong(ResultSet rs, String column) throws SQLException {
    long value = rs.getLong(column);
    return rs.wasNull() ? null : value;
  }

  static <E extends Enum<E>> @Nullable E optional(Class<E> type, ResultSet rs, String column)
      throws SQLException {
    String name = rs.getString(column);
    return name == null ? null : Enum.valueOf(type, name);
  }

  /** Text from outside is cut to what its column takes; nothing is decided by its tail. */
  static @Nullable String cut(@Nullable String text, int length) {
    if (text == null) {
      return null;
    }
    String clean = text.replace("\u0000", "");
    if (clean.length() <= length) {
      return clean;
    }
    // Half a character of two is none: no database that speaks UTF-8 takes it.
    int end = Character.isHighSurrogate(clean.charAt(length - 2)) ? length - 2 : length - 1;
    return clean.substring(0, end) + "…";
  }
}

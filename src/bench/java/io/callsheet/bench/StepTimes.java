package io.callsheet.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * When the steps of the last run began and ended, from the job repository.
 *
 * @param seconds each step took
 * @param whole from the start of the first to the end of the last, in seconds
 */
record StepTimes(Map<String, Double> seconds, double whole) {
  private static final String SQL =
      "SELECT STEP_NAME, START_TIME, END_TIME FROM BATCH_STEP_EXECUTION"
          + " WHERE END_TIME IS NOT NULL ORDER BY START_TIME";

  static StepTimes of(Site site) throws SQLException {
    return of("jdbc:h2:async:" + site.home().resolve("ledger/ledger"), "sa", "");
  }

  static StepTimes of(String url, String user, String password) throws SQLException {
    Map<String, Double> seconds = new LinkedHashMap<>();
    LocalDateTime first = LocalDateTime.MAX;
    LocalDateTime last = LocalDateTime.MIN;
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement();
        ResultSet steps = statement.executeQuery(SQL)) {
      while (steps.next()) {
        LocalDateTime start = steps.getObject(2, LocalDateTime.class);
        LocalDateTime end = steps.getObject(3, LocalDateTime.class);
        first = start.isBefore(first) ? start : first;
        last = end.isAfter(last) ? end : last;
        seconds.put(steps.getString(1), ChronoUnit.MICROS.between(start, end) / 1e6);
      }
    }
    return new StepTimes(seconds, ChronoUnit.MICROS.between(first, last) / 1e6);
  }
}

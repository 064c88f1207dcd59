package io.callsheet.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a run, {@code <job>-<n>}.
 *
 * @param job the job's name, {@code [a-z0-9-]+}
 * @param n counts the job's runs from 1
 */
public record RunId(String job, long n) {
  private static final Pattern FORM = Pattern.compile("([a-z0-9-]+)-([1-9][0-9]{0,17})");

  public static Optional<RunId> find(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    return matcher.matches()
        ? Optional.of(new RunId(matcher.group(1), Long.parseLong(matcher.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return job + "-" + n;
  }
}

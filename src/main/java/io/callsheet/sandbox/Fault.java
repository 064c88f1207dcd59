package io.callsheet.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the stand-in service can be told to do wrong, as a job's {@code sandbox.faults} names it.
 */
public enum Fault {
  /** The task fails for a reason of the service's own. */
  FAIL,
  /** The task fails for its content. */
  MODERATION,
  /** A render ends before its performance, and is billed like a whole one. */
  SHORT,
  /** A status call is answered 500. */
  STATUS_500,
  /** A submit is answered 500 and was not taken. */
  SUBMIT_500_BEFORE,
  /** A submit is answered 500 although it was taken. */
  SUBMIT_500_AFTER,
  /** A submit is taken and its connection cut without an answer. */
  SUBMIT_DROP_AFTER,
  /** A submit is answered 429 below the limit. */
  THROTTLE,
  /** A result URL that should work is answered 404. */
  RESULT_404,
  /** A result breaks off in the middle. */
  RESULT_TRUNCATED;

  /** As it is spelled in a job file: {@code submit-500-after}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** All words, in alphabetical order. */
  public static Set<String> names() {
    Set<String> names = new TreeSet<>();
    Arrays.stream(values()).map(Fault::word).forEach(names::add);
    return names;
  }
}

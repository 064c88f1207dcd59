package io.callsheet.plan;

import io.callsheet.model.RowKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a manifest a run is about.
 *
 * @param text as it was given, to be kept and compared; empty selects all
 * @param limit at most so many rows, in the order of the plan
 * @param canary only the fewest of them that show every character and every performance
 */
public record Selection(
    String text, List<Range> ranges, Set<String> keys, long limit, boolean canary) {
  private static final Pattern RANGE =
      Pattern.compile("([1-9][0-9]{0,17})(?:-([1-9][0-9]{0,17}))?");

  /** Selects every row. */
  public static final Selection ALL = new Selection("", List.of(), Set.of(), Long.MAX_VALUE, false);

  private static final Pattern TEXT =
      Pattern.compile("(?:--rows (.*?))?(?: ?--limit ([0-9]+))?( ?--canary)?", Pattern.DOTALL);

  public Selection {
    ranges = List.copyOf(ranges);
    keys = Set.copyOf(keys);
  }

  /**
   * Reads {@code --rows 1-10,17,KEY}, {@code --limit N} and {@code --canary}.
   *
   * @throws IllegalArgumentException with a sentence for the user
   */
  public static Selection of(@Nullable String rows, @Nullable Long limit, boolean canary) {
    List<Range> ranges = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    if (rows != null) {
      for (String part : rows.split(",", -1)) {
        read(part.strip(), ranges, keys);
      }
    }
    if (limit != null && limit < 1) {
      throw new IllegalArgumentException("--limit is " + limit + "; it takes a number from 1");
    }
    if (limit != null && canary) {
      throw new IllegalArgumentException(
          "--canary takes as many rows as show every character and every performance, so it goes"
              + " without --limit; to choose among some rows only: --canary --rows 1-10");
    }
    List<String> text = new ArrayList<>();
    if (rows != null) {
      text.add("--rows " + rows);
    }
    if (limit != null) {
      text.add("--limit " + limit);
    }
    if (canary) {
      text.add("--canary");
    }
    return new Selection(
        String.join(" ", text), ranges, keys, limit == null ? Long.MAX_VALUE : limit, canary);
  }

  /** Reads what {@link #text} says. */
  public static Selection parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a selection: " + text);
    }
    String limit = matcher.group(2);
    boolean canary = matcher.group(3) != null;
    return of(matcher.group(1), limit == null ? null : Long.valueOf(limit), canary);
  }

  private static void read(String part, List<Range> ranges, Set<String> keys) {
    if (part.isEmpty()) {
      throw new IllegalArgumentException(
          "--rows has an empty part; it takes row numbers and keys: --rows 1-10,17,hero-3");
    }
    Matcher matcher = RANGE.matcher(part);
    if (matcher.matches()) {
      long first = Long.parseLong(matcher.group(1));
      long last = matcher.group(2) == null ? first : Long.parseLong(matcher.group(2));
      // 2026-11 is no range; it may well be a key.
      if (first <= last) {
        ranges.add(new Range(first, last));
      }
    }
    // A key may look like a number or a range; naming it must select it too.
    keys.add(part);
  }

  /** Whether rows are named one by one. */
  public boolean isNamed() {
    return !keys.isEmpty();
  }

  /** Whether the row is named, or no rows are. The limit and the canary are other matters. */
  public boolean names(long rowNo, RowKey key) {
    return (ranges.isEmpty() && keys.isEmpty())
        || keys.contains(key.value())
        || ranges.stream().anyMatch(range -> range.first() <= rowNo && rowNo <= range.last());
  }

  /** Row numbers from {@code first} to {@code last}, both included. */
  public record Range(long first, long last) {}
}

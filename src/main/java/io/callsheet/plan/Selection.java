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
 */
public record Selection(String text, List<Range> ranges, Set<String> keys, long limit) {
  private static final Pattern RANGE =
      Pattern.compile("([1-9][0-9]{0,17})(?:-([1-9][0-9]{0,17}))?");

  /** Selects every row. */
  public static final Selection ALL = new Selection("", List.of(), Set.of(), Long.MAX_VALUE);

  private static final Pattern TEXT =
      Pattern.compile("(?:--rows (.*?))?(?: ?--limit ([0-9]+))?", Pattern.DOTALL);

  public Selection {
    ranges = List.copyOf(ranges);
    keys = Set.copyOf(keys);
  }

  /**
   * Reads {@code --rows 1-10,17,KEY} and {@code --limit N}.
   *
   * @throws IllegalArgumentException with a sentence for the user
   */
  public static Selection of(@Nullable String rows, @Nullable Long limit) {
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
    String text =
        (rows == null ? "" : "--rows " + rows)
            + (rows != null && limit != null ? " " : "")
            + (limit == null ? "" : "--limit " + limit);
    return new Selection(text, ranges, keys, limit == null ? Long.MAX_VALUE : limit);
  }

  /** Reads what {@link #text} says. */
  public static Selection parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a selection: " + text);
    }
    String limit = matcher.group(2);
    return of(matcher.group(1), limit == null ? null : Long.valueOf(limit));
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
      if (last < first) {
        throw new IllegalArgumentException("--rows " + part + " ends before it begins");
      }
      ranges.add(new Range(first, last));
    }
    // A key may look like a number or a range; naming it must select it too.
    keys.add(part);
  }

  /** Whether rows are named one by one. */
  public boolean isNamed() {
    return !keys.isEmpty();
  }

  /** Whether the row is named, or no rows are. The limit is another matter. */
  public boolean names(long rowNo, RowKey key) {
    return (ranges.isEmpty() && keys.isEmpty())
        || keys.contains(key.value())
        || ranges.stream().anyMatch(range -> range.first() <= rowNo && rowNo <= range.last());
  }

  /** Row numbers from {@code first} to {@code last}, both included. */
  public record Range(long first, long last) {}
}

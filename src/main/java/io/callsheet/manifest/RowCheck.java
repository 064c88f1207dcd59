package io.callsheet.manifest;

import io.callsheet.job.Job;
import io.callsheet.model.NearestWord;
import io.callsheet.model.Orientation;
import io.callsheet.model.Problem;
import io.callsheet.model.Resolution;
import io.callsheet.model.RowKey;
import io.callsheet.model.StandardColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns the cells of one row into a row that can be planned, or tells all that is wrong. */
final class RowCheck {

  private static final int LONGEST_KEY = 200;
  private static final int LONGEST_NAME = 200;

  /** What an index of the ledger can hold, with letters of up to two bytes. */
  private static final int LONGEST_REFERENCE = 1200;

  /** vidgo-api, Submit. */
  private static final int LONGEST_PROMPT = 2500;

  private static final int MOST_PRIORITY_DIGITS = 9;

  private static final List<StandardColumn> CONTENT =
      List.of(
          StandardColumn.CHARACTER,
          StandardColumn.PERFORMANCE,
          StandardColumn.PROMPT,
          StandardColumn.ORIENTATION,
          StandardColumn.RESOLUTION,
          StandardColumn.CLIENT,
          StandardColumn.CAMPAIGN);

  private final Header header;
  private final Job.Defaults defaults;
  private final RowKeys keys;
  private final long number;
  private final long line;
  private final List<String> cells;
  private final List<Problem> problems = new ArrayList<>();

  /**
   * @param row as it stands in the file; missing cells at its end are empty
   */
  RowCheck(Header header, Job.Defaults defaults, RowKeys keys, long number, TableRow row) {
    List<String> given = row.cells();
    this.header = header;
    this.defaults = defaults;
    this.keys = keys;
    this.number = number;
    this.line = row.line();
    this.cells =
        Stream.concat(given.stream(), Stream.generate(() -> "")).limit(header.width()).toList();
    given.stream()
        .skip(header.width())
        .filter(extra -> !extra.isBlank())
        .findFirst()
        .ifPresent(extra -> problems.add(ragged(given.size(), extra)));
  }

  ManifestRow row() {
    String character = reference(StandardColumn.CHARACTER);
    String performance = reference(StandardColumn.PERFORMANCE);
    RowKey key = key();
    String prompt = atMost(LONGEST_PROMPT, StandardColumn.PROMPT);
    Orientation orientation =
        word(
            StandardColumn.ORIENTATION,
            Orientation::find,
            Stream.of(Orientation.values()).map(Orientation::word).toList(),
            defaults.orientation());
    Resolution resolution =
        word(
            StandardColumn.RESOLUTION,
            Resolution::find,
            Stream.of(Resolution.values()).map(Resolution::word).toList(),
            defaults.resolution());
    String client = atMost(LONGEST_NAME, StandardColumn.CLIENT);
    String campaign = atMost(LONGEST_NAME, StandardColumn.CAMPAIGN);
    Integer priority = priority();
    boolean anew = anew();
    List<String> kept = header.keptOf(cells);
    return problems.isEmpty()
        ? new ManifestRow.Good(
            number,
            line,
            kept,
            key,
            character,
            performance,
            prompt.isEmpty() ? defaults.prompt() : prompt,
            orientation,
            resolution,
            client,
            campaign,
            priority,
            anew,
            0)
        : new ManifestRow.Bad(number, line, kept, key, problems);
  }

  private RowKey key() {
    String own = cell(StandardColumn.ROW_KEY);
    if (own.isEmpty()) {
      return keys.ofContent(CONTENT.stream().map(this::cell).toList(), line);
    }
    if (own.chars().anyMatch(Character::isISOControl)) {
      refuse(
          StandardColumn.ROW_KEY, "holds a line break or control character", "write a plain name");
      return keys.madeUp(line);
    }
    if (atMost(LONGEST_KEY, StandardColumn.ROW_KEY).isEmpty()) {
      return keys.madeUp(line);
    }
    long first = keys.take(own, line);
    if (first > 0) {
      refuse(
          StandardColumn.ROW_KEY,
          "this key is used in line " + first + " already",
          "give each row its own");
      return keys.madeUp(line);
    }
    return new RowKey(own);
  }

  private String reference(StandardColumn column) {
    if (header.has(column) && cell(column).isEmpty()) {
      refuse(column, "is empty", "write a file under assets, an https:// URL or s3://bucket/key");
    }
    return atMost(LONGEST_REFERENCE, column);
  }

  /** The cell; empty when it is too long. */
  private String atMost(int characters, StandardColumn column) {
    String value = cell(column);
    int length = value.codePointCount(0, value.length());
    if (length > characters) {
      refuse(column, "has %d characters".formatted(length), "at most %d fit".formatted(characters));
      return "";
    }
    return value;
  }

  private <T> T word(StandardColumn column, Words<T> words, List<String> known, T fallback) {
    String value = cell(column);
    if (value.isEmpty()) {
      return fallback;
    }
    Optional<T> found = words.find(value);
    if (found.isEmpty()) {
      refuse(
          column,
          "no such value",
          NearestWord.among(value, known)
              .map(near -> "did you mean `" + near + "`?")
              .orElseGet(() -> "write `" + String.join("` or `", known) + "`"));
    }
    return found.orElse(fallback);
  }

  private @Nullable Integer priority() {
    String value = cell(StandardColumn.PRIORITY);
    if (value.isEmpty()) {
      return null;
    }
    if (!value.matches("0*[1-9][0-9]{0," + (MOST_PRIORITY_DIGITS - 1) + "}")) {
      refuse(
          StandardColumn.PRIORITY,
          "is no whole number from 1 up",
          "write 1 for what comes first, or nothing for last");
      return null;
    }
    return Integer.valueOf(value);
  }

  private boolean anew() {
    String value = cell(StandardColumn.REUSE);
    boolean no = value.equalsIgnoreCase("no");
    if (!no && !value.isEmpty() && !value.equalsIgnoreCase("yes")) {
      refuse(
          StandardColumn.REUSE,
          "is neither yes nor no",
          "write `no` to render the row although the same render may exist, else nothing");
    }
    return no;
  }

  private String cell(StandardColumn column) {
    return header.cell(column, cells);
  }

  private void refuse(StandardColumn column, String text, String fix) {
    problems.add(Problem.of(line, header.name(column), cell(column), text, fix));
  }

  private Problem ragged(int count, String extra) {
    return Problem.of(
        line,
        "",
        extra,
        "the row has %d cells, the header has %d".formatted(count, header.width()),
        "put a cell that holds the separator in double quotes");
  }

  private interface Words<T> {
    Optional<T> find(String word);
  }
}

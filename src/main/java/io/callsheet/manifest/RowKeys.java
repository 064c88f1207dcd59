package io.callsheet.manifest;

import io.callsheet.model.RowKey;
import io.callsheet.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Hands out the keys of a manifest's rows, each only once. */
final class RowKeys {

  private static final int HASH_DIGITS = 12;

  /** No key of a manifest holds a control character. */
  private static final String COPIES_OF = "\n";

  private final SeenKeys seen = new SeenKeys();

  /** Takes a key for the row at a line; the line that has it already, else 0. */
  long take(String key, long line) {
    long first = seen.get(key);
    if (first == 0) {
      seen.put(key, line);
    }
    return first;
  }

  /** A key that follows from the content; identical rows are counted: {@code -2}, {@code -3}. */
  RowKey ofContent(List<String> content, long line) {
    String joined = String.join("\u001f", content);
    String hash = Sha256.of(joined.getBytes(StandardCharsets.UTF_8)).hex();
    return free(hash.substring(0, HASH_DIGITS), line);
  }

  /** For a row whose own key cannot be used. */
  RowKey madeUp(long line) {
    return madeUp("line-" + line, line);
  }

  /** The name itself where it is free. */
  RowKey madeUp(String name, long line) {
    return free(name, line);
  }

  private RowKey free(String base, long line) {
    if (take(base, line) == 0) {
      return new RowKey(base);
    }
    long count = Math.max(1, seen.get(COPIES_OF + base));
    String key;
    do {
      count++;
      key = base + "-" + count;
    } while (take(key, line) != 0);
    seen.put(COPIES_OF + base, count);
    return new RowKey(key);
  }
}

package io.callsheet.wholerun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a run wrote, read as its user would. */
record Report(Path output) {
  private static final String MARK = "\ufeff";

  List<String> header(String file) {
    return records(file).get(0).toList();
  }

  List<Map<String, String>> lines(String file) {
    List<CSVRecord> records = records(file);
    List<Map<String, String>> lines = new ArrayList<>();
    for (CSVRecord record : records.subList(1, records.size())) {
      Map<String, String> line = new LinkedHashMap<>();
      for (int i = 0; i < record.size(); i++) {
        line.put(records.get(0).get(i), record.get(i));
      }
      lines.add(line);
    }
    return lines;
  }

  /** The line of the row with this key. */
  Map<String, String> row(String file, String key) {
    List<Map<String, String>> found =
        lines(file).stream().filter(line -> line.get("row_key").equals(key)).toList();
    assertThat(found).as("%s in %s", key, file).hasSize(1);
    return found.get(0);
  }

  private List<CSVRecord> records(String file) {
    String text = read(file);
    assertThat(text).as("%s begins with a byte order mark", file).startsWith(MARK);
    try (CSVParser parser = CSVParser.parse(text.substring(1), CSVFormat.RFC4180)) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  JsonNode summary() {
    return JsonMapper.shared().readTree(read("summary.json"));
  }

  String read(String file) {
    try {
      return Files.readString(output.resolve(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many rows have each status. */
  Map<String, Long> statuses() {
    Map<String, Long> statuses = new TreeMap<>();
    lines("results.csv").forEach(line -> statuses.merge(line.get("status"), 1L, Long::sum));
    return statuses;
  }

  static BigDecimal number(String cell) {
    return cell.isEmpty() ? BigDecimal.ZERO : new BigDecimal(cell);
  }

  BigDecimal sum(String file, String column) {
    return lines(file).stream()
        .map(line -> number(line.get(column)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Digests of all files under {@code videos}, by path. */
  Map<String, String> videos() {
    Map<String, String> videos = new TreeMap<>();
    Path folder = output.resolve("videos");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        videos.put(folder.relativize(file).toString(), Movie.sha256(Files.readAllBytes(file)));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return videos;
  }

  /** Promise 5: what goes in comes out, in rows and in credits. */
  void assertBooksClose() {
    JsonNode rows = summary().path("rows");
    long parts = 0;
    for (String part :
        List.of("succeeded", "reused", "failed", "rejected", "not_run", "in_doubt", "open")) {
      assertThat(rows.has(part)).as("rows.%s in %s", part, rows).isTrue();
      parts += rows.path(part).asLong();
    }
    assertThat(parts).as("parts of %s", rows).isEqualTo(rows.path("total").asLong());
    BigDecimal charged = summary().path("credits").path("charged").decimalValue();
    assertThat(sum("spend.csv", "credits_charged")).isEqualByComparingTo(charged);
    assertThat(sum("results.csv", "credits_charged")).isEqualByComparingTo(charged);
    JsonNode balance = summary().path("balance");
    if (!balance.path("closing").isNull()) {
      assertThat(
              balance
                  .path("opening")
                  .decimalValue()
                  .add(balance.path("added").decimalValue())
                  .subtract(balance.path("closing").decimalValue()))
          .as("balance %s, charged %s", balance, charged)
          .isEqualByComparingTo(charged.add(balance.path("unexplained").decimalValue()));
    }
  }
}

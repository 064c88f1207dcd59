package io.callsheet.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps a list of cells as a JSON array. */
final class Cells {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<List<String>> LIST = new TypeReference<>() {};

  private Cells() {}

  static String write(List<String> cells) {
    return JSON.writeValueAsString(cells);
  }

  static List<String> read(@Nullable String json) {
    return json == null ? List.of() : JSON.readValue(json, LIST);
  }
}

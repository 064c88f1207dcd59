package io.callsheet.provider.vidgo;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Reads what the service says without ever failing on it. */
final class Json {
  /** Fractions stay decimal: money does not pass through a double. */
  static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private Json() {}

  /** A missing node where the text is no JSON. */
  static JsonNode read(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      return node == null ? MissingNode.getInstance() : node;
    } catch (JacksonException | NumberFormatException e) {
      // The latter for a number beyond all bounds: 1e999999999999.
      return MissingNode.getInstance();
    }
  }

  /** The text of a string or number that is not blank; null for all else. */
  static @Nullable String text(JsonNode node) {
    if (!node.isString() && !node.isNumber()) {
      return null;
    }
    String text = node.asString();
    return text.isBlank() ? null : text;
  }
}

package io.callsheet.provider.vidgo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an answer says went wrong, in any of the shapes that occur (vidgo-api, Submit): an {@code
 * error} object, a {@code detail} text, a {@code detail} list, or the HTML of a proxy.
 *
 * @param code of the body, 0 where it has none
 * @param type empty where it has none
 * @param message as it was said, empty where nothing was
 */
record ErrorBody(int code, String type, String message) {

  static ErrorBody read(String text) {
    JsonNode body = Json.read(text);
    if (!body.isObject()) {
      return new ErrorBody(0, "", HtmlText.of(text));
    }
    JsonNode error = body.path("error");
    JsonNode detail = body.path("detail");
    return new ErrorBody(
        code(body.path("code")),
        orEmpty(Json.text(error.path("type"))),
        firstOf(
            Json.text(error.path("message")),
            Json.text(error),
            Json.text(detail),
            findings(detail),
            Json.text(body.path("message"))));
  }

  /** The code that counts: a 2xx may carry a failure in its body. */
  int codeBehind(int httpStatus) {
    boolean hidden = httpStatus >= 200 && httpStatus < 300 && code >= 400 && code < 600;
    return hidden ? code : httpStatus;
  }

  private static int code(JsonNode node) {
    String text = Json.text(node);
    try {
      return text == null ? 0 : Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static String findings(JsonNode detail) {
    List<String> findings = new ArrayList<>();
    for (JsonNode finding : detail) {
      List<String> place = new ArrayList<>();
      finding.path("loc").forEach(part -> place.add(orEmpty(Json.text(part))));
      String said = orEmpty(Json.text(finding.path("msg")));
      findings.add(place.isEmpty() ? said : String.join(".", place) + ": " + said);
    }
    return String.join("; ", findings);
  }

  private static String firstOf(@Nullable String... candidates) {
    for (String candidate : candidates) {
      if (candidate != null && !candidate.isBlank()) {
        return candidate;
      }
    }
    return "";
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}

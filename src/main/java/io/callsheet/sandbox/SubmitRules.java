package io.callsheet.sandbox;

import io.callsheet.model.Orientation;
import io.callsheet.model.Resolution;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The rules for the fields of a submit (vidgo-api, Submit). A field that the contract does not know
 * is refused: whoever misspells {@code resolution} should learn it here, not from a bill.
 */
final class SubmitRules {
  static final String MODEL = "kling-3.0-motion-control";
  static final int MAX_PROMPT = 2500;
  static final int MAX_CALLBACK = 2048;

  private static final Set<String> OUTER = Set.of("model", "callback_url", "input");
  private static final Set<String> INNER =
      Set.of("image_urls", "video_urls", "character_orientation", "resolution", "prompt");

  private final CallbackRule callbacks;

  SubmitRules(CallbackRule callbacks) {
    this.callbacks = callbacks;
  }

  Order check(byte[] body) throws Refusal {
    JsonNode root = parse(body);
    onlyKnown(root, OUTER, "");
    String model = text(root, "model", "model");
    if (model == null) {
      throw Refusal.invalid("model is required");
    }
    if (!model.equals(MODEL)) {
      throw Refusal.notFound("there is no model '" + model + "'; this service has " + MODEL);
    }
    JsonNode input = root.path("input");
    if (!input.isObject()) {
      throw Refusal.invalid("input is required and must be an object");
    }
    onlyKnown(input, INNER, "input.");
    return new Order(
        onlyUrl(input, "image_urls"),
        onlyUrl(input, "video_urls"),
        orientation(input),
        resolution(input),
        prompt(input),
        callback(root));
  }

  private static JsonNode parse(byte[] body) throws Refusal {
    try {
      JsonNode root = Json.MAPPER.readTree(body);
      if (root.isObject()) {
        return root;
      }
    } catch (JacksonException e) {
      // The parser's own text would echo the body, which may hold pre-signed URLs.
    }
    throw Refusal.invalid("the body is not one JSON object");
  }

  private static void onlyKnown(JsonNode object, Set<String> known, String prefix) throws Refusal {
    for (String name : object.propertyNames()) {
      if (!known.contains(name)) {
        throw Refusal.invalid(prefix + name + " is not a field of this model");
      }
    }
  }

  private static @Nullable String text(JsonNode parent, String field, String where) throws Refusal {
    JsonNode node = parent.path(field);
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    if (!node.isString()) {
      throw Refusal.invalid(where + " must be a string");
    }
    return node.stringValue();
  }

  private static URI onlyUrl(JsonNode input, String field) throws Refusal {
    String where = "input." + field;
    JsonNode urls = input.path(field);
    if (!urls.isArray() || urls.size() != 1 || !urls.get(0).isString()) {
      throw Refusal.invalid(where + " is required and must hold exactly one URL");
    }
    URI url = url(urls.get(0).stringValue());
    if (url == null || !Set.of("http", "https").contains(String.valueOf(url.getScheme()))) {
      throw Refusal.invalid(where + "[0] must be an http or https URL");
    }
    if (url.getRawUserInfo() != null) {
      throw Refusal.invalid(where + "[0] must need no credentials to fetch");
    }
    return url;
  }

  private static @Nullable URI url(String text) {
    try {
      URI url = new URI(text);
      return url.getHost() == null ? null : url;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static Orientation orientation(JsonNode input) throws Refusal {
    String word = text(input, "character_orientation", "input.character_orientation");
    for (Orientation orientation : Orientation.values()) {
      if (orientation.word().equals(word)) {
        return orientation;
      }
    }
    throw Refusal.invalid("input.character_orientation is required and must be image or video");
  }

  private static Resolution resolution(JsonNode input) throws Refusal {
    String word = text(input, "resolution", "input.resolution");
    if (word == null) {
      return Resolution.P720;
    }
    for (Resolution resolution : Resolution.values()) {
      if (resolution.word().equals(word)) {
        return resolution;
      }
    }
    throw Refusal.invalid("input.resolution must be 720p or 1080p");
  }

  private static @Nullable String prompt(JsonNode input) throws Refusal {
    String prompt = text(input, "prompt", "input.prompt");
    if (prompt != null && prompt.codePointCount(0, prompt.length()) > MAX_PROMPT) {
      throw Refusal.tooLong("input.prompt is longer than " + MAX_PROMPT + " characters");
    }
    return prompt;
  }

  private @Nullable URI callback(JsonNode root) throws Refusal {
    String text = text(root, "callback_url", "callback_url");
    if (text == null) {
      return null;
    }
    URI callback = text.length() > MAX_CALLBACK ? null : url(text);
    if (callback == null || !callbacks.allows(callback)) {
      throw Refusal.invalid(
          "callback_url must be HTTPS to a public host, at most " + MAX_CALLBACK + " characters");
    }
    return callback;
  }
}

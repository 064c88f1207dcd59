package io.callsheet.provider.vidgo;

import io.callsheet.provider.RenderRequest;
import tools.jackson.databind.node.ObjectNode;

/** The body of a submit (vidgo-api, Submit). */
final class SubmitJson {
  private SubmitJson() {}

  static byte[] of(String model, RenderRequest request) {
    ObjectNode root = Json.MAPPER.createObjectNode().put("model", model);
    if (request.callback() != null) {
      root.put("callback_url", request.callback().toString());
    }
    ObjectNode input = root.putObject("input");
    input.putArray("image_urls").add(request.image().toString());
    input.putArray("video_urls").add(request.video().toString());
    input.put("character_orientation", request.orientation().word());
    input.put("resolution", request.resolution().word());
    if (request.prompt() != null && !request.prompt().isBlank()) {
      input.put("prompt", request.prompt());
    }
    return Json.MAPPER.writeValueAsBytes(root);
  }
}

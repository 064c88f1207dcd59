package io.callsheet.sandbox;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

/** Puts answers on the wire. */
final class AnswerWriter {
  void write(Answer answer, HttpExchange call) throws IOException {
    if (answer instanceof Answer.Json json) {
      writeJson(json, call);
    } else if (answer instanceof Answer.Video video) {
      writeVideo(video, call);
    }
    // A hangup is nothing at all: the exchange is closed without an answer.
  }

  private static void writeJson(Answer.Json json, HttpExchange call) throws IOException {
    byte[] body = Json.MAPPER.writeValueAsBytes(json.body());
    Headers headers = call.getResponseHeaders();
    headers.set("Content-Type", "application/json");
    if (json.retryAfter() != null) {
      long seconds = Math.max(1, json.retryAfter().plusMillis(999).toSeconds());
      headers.set("Retry-After", Long.toString(seconds));
    }
    call.sendResponseHeaders(json.status(), body.length);
    call.getResponseBody().write(body);
    call.getResponseBody().close();
  }

  private static void writeVideo(Answer.Video video, HttpExchange call) throws IOException {
    try (InputStream in = Files.newInputStream(video.file())) {
      long length = Files.size(video.file());
      call.getResponseHeaders().set("Content-Type", "video/mp4");
      call.sendResponseHeaders(200, length);
      if (video.cut()) {
        call.getResponseBody().write(in.readNBytes((int) (length / 2)));
        return;
      }
      in.transferTo(call.getResponseBody());
      call.getResponseBody().close();
    }
  }
}

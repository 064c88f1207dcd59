package io.callsheet.bench.textbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The calls of the service; a submit that is refused is tried again after a second. */
final class Service {
  private static final int TOO_MANY = 429;

  private final HttpClient client = HttpClient.newHttpClient();
  private final JsonMapper json = JsonMapper.shared();
  private final URI url;
  private final String key;

  Service(URI url, String key) {
    this.url = url;
    this.key = key;
  }

  String submit(Clip clip, String bucket) {
    Map<String, Object> input =
        Map.of(
            "image_urls", List.of(url + "/" + bucket + "/" + clip.character()),
            "video_urls", List.of(url + "/" + bucket + "/" + clip.performance()),
            "character_orientation", "video",
            "resolution", "720p",
            "prompt", clip.prompt());
    String body =
        json.writeValueAsString(Map.of("model", "kling-3.0-motion-control", "input", input));
    while (true) {
      HttpResponse<String> answer =
          send(
              call("/api/generate/submit")
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(body)),
              HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != TOO_MANY) {
        return data(answer).path("task_id").asString();
      }
      rest(1000);
    }
  }

  /** The video's address; empty while it renders. */
  String ask(String task) {
    HttpResponse<String> answer =
        send(call("/api/generate/status/" + task), HttpResponse.BodyHandlers.ofString());
    return data(answer).path("files").path(0).path("file_url").asString("");
  }

  void download(String video, Path target) {
    send(HttpRequest.newBuilder(URI.create(video)), HttpResponse.BodyHandlers.ofFile(target));
  }

  static void rest(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder call(String path) {
    return HttpRequest.newBuilder(url.resolve(path)).header("Authorization", "Bearer " + key);
  }

  private <T> HttpResponse<T> send(HttpRequest.Builder call, HttpResponse.BodyHandler<T> handler) {
    try {
      return client.send(call.build(), handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode data(HttpResponse<String> answer) {
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return json.readTree(answer.body()).path("data");
  }
}

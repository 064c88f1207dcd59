package io.callsheet.wholerun;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Fetches references as the service does: from a URL alone, without any credentials. */
final class References {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private References() {}

  static byte[] fetch(JsonNode urls) throws IOException {
    if (urls.size() != 1) {
      throw new IOException("exactly one URL is required");
    }
    URI url = URI.create(urls.get(0).asString());
    try {
      HttpResponse<byte[]> got =
          CLIENT.send(
              HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(30)).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      if (got.statusCode() != 200) {
        throw new IOException(url.getPath() + " answered " + got.statusCode());
      }
      return got.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}

package io.callsheet.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Somebody who uses the sandbox: over HTTP and with Amazon's own SDK, nothing else. */
final class Client implements AutoCloseable {
  static final JsonMapper JSON = new JsonMapper();

  private final Sandbox sandbox;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  final S3Client s3;
  final S3Presigner presigner;

  Client(Sandbox sandbox) {
    this.sandbox = sandbox;
    var credentials =
        StaticCredentialsProvider.create(
            AwsBasicCredentials.create(sandbox.accessKey(), sandbox.secretKey()));
    var pathStyle = S3Configuration.builder().pathStyleAccessEnabled(true).build();
    s3 =
        S3Client.builder()
            .endpointOverride(sandbox.s3Url())
            .region(Region.US_EAST_1)
            .credentialsProvider(credentials)
            .serviceConfiguration(pathStyle)
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    presigner =
        S3Presigner.builder()
            .endpointOverride(sandbox.s3Url())
            .region(Region.US_EAST_1)
            .credentialsProvider(credentials)
            .serviceConfiguration(pathStyle)
            .build();
  }

  /** Puts an object and gives its pre-signed URL. */
  String upload(String key, byte[] bytes) {
    s3.putObject(r -> r.bucket(sandbox.bucket()).key(key), RequestBody.fromBytes(bytes));
    return presign(key);
  }

  String presign(String key) {
    return presigner
        .presignGetObject(
            r ->
                r.signatureDuration(Duration.ofMinutes(10))
                    .getObjectRequest(g -> g.bucket(sandbox.bucket()).key(key)))
        .url()
        .toString();
  }

  static ObjectNode order(String image, String video) {
    ObjectNode body = JSON.createObjectNode().put("model", "kling-3.0-motion-control");
    ObjectNode input = body.putObject("input").put("character_orientation", "video");
    input.putArray("image_urls").add(image);
    input.putArray("video_urls").add(video);
    return body;
  }

  HttpResponse<String> submit(Object body) {
    return post(body.toString(), sandbox.apiKey(), "application/json");
  }

  HttpResponse<String> post(String body, String key, String contentType) {
    return send(
        HttpRequest.newBuilder(sandbox.vidgoUrl().resolve("/api/generate/submit"))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** The id of a task that must be accepted. */
  String accepted(Object body) {
    HttpResponse<String> answer = submit(body);
    if (answer.statusCode() != 200) {
      throw new AssertionError("not accepted: " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body()).path("data").path("task_id").stringValue();
  }

  HttpResponse<String> get(String path) {
    return get(path, sandbox.apiKey());
  }

  HttpResponse<String> get(String path, String key) {
    return send(
        HttpRequest.newBuilder(sandbox.vidgoUrl().resolve(path))
            .header("Authorization", "Bearer " + key));
  }

  JsonNode status(String task) {
    return JSON.readTree(get("/api/generate/status/" + task).body()).path("data");
  }

  String balance() {
    return JSON.readTree(get("/api/user/balance").body())
        .path("data")
        .path("credits_amount")
        .decimalValue()
        .stripTrailingZeros()
        .toPlainString();
  }

  /** Without the key, as a result is fetched. */
  HttpResponse<byte[]> fetch(String url) throws IOException {
    try {
      return http.send(
          HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    s3.close();
    presigner.close();
  }
}

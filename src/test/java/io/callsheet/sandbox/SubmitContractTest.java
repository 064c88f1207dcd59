package io.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the service takes and refuses, line by line of vidgo-api, Submit. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubmitContractTest {
  private Sandbox sandbox;
  private Client client;
  private String image;
  private String video;

  @BeforeAll
  void start(@TempDir Path home) throws IOException {
    sandbox = Sandbox.start(home, Settings.rendering(Duration.ofHours(1)), 0, Clock.systemUTC());
    client = new Client(sandbox);
    image = client.upload("a.png", Media.png(360, 480));
    video = client.upload("v.mp4", Media.mp4(Duration.ofMillis(3040)));
    client.upload("wide.png", Media.png(1000, 360));
    client.upload("small.png", Media.png(339, 480));
    client.upload("tall.png", Media.png(340, 850));
    client.upload("text.png", "not a picture".getBytes());
    client.upload("long.mp4", Media.mp4(Duration.ofMillis(10_040)));
    client.upload("short.mp4", Media.mp4(Duration.ofMillis(2960)));
    client.upload("huge.png", new byte[(10 << 20) + 1]);
  }

  @AfterAll
  void stop() throws IOException {
    client.close();
    sandbox.close();
  }

  @Test
  void takes_a_good_order_and_shows_it_as_documented() {
    JsonNode answer = Client.JSON.readTree(client.submit(Client.order(image, video)).body());
    assertThat(answer.path("code").intValue()).isEqualTo(200);
    assertThat(answer.path("data").path("task_id").stringValue()).matches("[A-Z0-9]{16}");
    assertThat(answer.path("data").path("status").stringValue()).isEqualTo("not_started");
    assertThat(answer.path("data").path("created_time").stringValue())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
  }

  @Test
  void takes_all_optional_fields() {
    ObjectNode order = Client.order(image, video);
    order.put("callback_url", "https://hooks.example.com/t/1");
    input(order).put("prompt", "p".repeat(2500)).put("resolution", "1080p");
    assertThat(client.submit(order).statusCode()).isEqualTo(200);
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        row("no model", 400, "validation_error", o -> o.remove("model")),
        row("other model", 404, "resource_not_found_error", o -> o.put("model", "kling-9")),
        row("no input", 400, "validation_error", o -> o.remove("input")),
        row("unknown field", 400, "validation_error", o -> o.put("seed", 1)),
        row("unknown input", 400, "validation_error", o -> input(o).put("mode", "720p")),
        row("no image", 400, "validation_error", o -> input(o).remove("image_urls")),
        row("no image URL", 400, "validation_error", o -> input(o).putArray("image_urls")),
        row(
            "two videos",
            400,
            "validation_error",
            o -> ((ArrayNode) input(o).path("video_urls")).add("x")),
        row("ftp", 400, "validation_error", o -> image(o, "ftp://example.com/a.png")),
        row("user", 400, "validation_error", o -> image(o, "http://u:p@example.com/a.png")),
        row("no host", 400, "validation_error", o -> image(o, "a.png")),
        row(
            "no orientation",
            400,
            "validation_error",
            o -> input(o).remove("character_orientation")),
        row(
            "orientation in capitals",
            400,
            "validation_error",
            o -> input(o).put("character_orientation", "VIDEO")),
        row("resolution", 400, "validation_error", o -> input(o).put("resolution", "4k")),
        row("resolution type", 400, "validation_error", o -> input(o).put("resolution", 720)),
        row("prompt", 413, "content_too_long_error", o -> input(o).put("prompt", "p".repeat(2501))),
        row("http callback", 400, "validation_error", o -> o.put("callback_url", "http://e.com/")),
        row(
            "private callback",
            400,
            "validation_error",
            o -> o.put("callback_url", "https://10.0.0.1/")),
        row(
            "long callback",
            400,
            "validation_error",
            o -> o.put("callback_url", "https://e.com/" + "c".repeat(2048))),
        row("body", 413, "content_too_long_error", o -> o.put("model", "m".repeat(70_000))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void refuses_fields_that_the_contract_does_not_allow(
      String name, int status, String type, Consumer<ObjectNode> change) {
    ObjectNode order = Client.order(image, video);
    change.accept(order);
    assertRefused(order, status, type);
  }

  static Stream<Arguments> media() {
    return Stream.of(
        Arguments.of("too wide", "wide.png", null, 422, "file_format_error"),
        Arguments.of("too small", "small.png", null, 422, "file_format_error"),
        Arguments.of("no image", "text.png", null, 422, "file_format_error"),
        Arguments.of("missing", "gone.png", null, 422, "file_format_error"),
        Arguments.of("too large", "huge.png", null, 413, "content_too_long_error"),
        Arguments.of("swapped", "v.mp4", "a.png", 422, "file_format_error"),
        Arguments.of("too short", null, "short.mp4", 422, "file_format_error"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("media")
  void refuses_files_that_the_service_would_refuse(
      String name, String imageKey, String videoKey, int status, String type) {
    String imageUrl = imageKey == null ? image : client.presign(imageKey);
    String videoUrl = videoKey == null ? video : client.presign(videoKey);
    assertRefused(Client.order(imageUrl, videoUrl), status, type);
  }

  @Test
  void takes_ten_seconds_with_the_orientation_of_the_image_and_more_with_that_of_the_video() {
    ObjectNode order = Client.order(client.presign("tall.png"), client.presign("long.mp4"));
    assertThat(client.submit(order).statusCode()).isEqualTo(200);
    input(order).put("character_orientation", "image");
    assertRefused(order, 422, "file_format_error");
  }

  @Test
  void asks_the_store_again_each_time_so_a_dead_url_is_refused_even_for_a_known_file() {
    ObjectNode good = Client.order(image, video);
    assertThat(client.submit(good).statusCode()).isEqualTo(200);
    assertThat(client.submit(good).statusCode()).isEqualTo(200);
    assertRefused(
        Client.order(image.replace("Signature=", "Signature=0"), video), 422, "file_format_error");
  }

  @Test
  void never_repeats_the_query_of_a_url() {
    String answer = client.submit(Client.order(client.presign("gone.png"), video)).body();
    assertThat(answer).contains("404").doesNotContain("Signature");
  }

  @Test
  void refuses_a_wrong_key_on_every_call() {
    var submit =
        client.post(Client.order(image, video).toString(), "sandbox-x", "application/json");
    assertThat(submit.statusCode()).isEqualTo(401);
    assertThat(submit.body()).contains("\"type\":\"authentication_error\"");
    for (String path : new String[] {"/api/generate/status/X", "/api/user/balance"}) {
      assertThat(client.get(path, "wrong").statusCode()).isEqualTo(401);
      assertThat(client.get(path, "wrong").body()).startsWith("{\"detail\":");
    }
  }

  @Test
  void refuses_what_is_not_json() {
    String order = Client.order(image, video).toString();
    assertThat(client.post(order, sandbox.apiKey(), "text/plain").statusCode()).isEqualTo(400);
    assertThat(client.submit("{\"model\":").statusCode()).isEqualTo(400);
    assertThat(client.submit("[]").statusCode()).isEqualTo(400);
    assertThat(client.submit(order + "{}").statusCode()).isEqualTo(400);
    assertThat(client.submit(order.replaceFirst("\\{", "{\"model\":\"m\",")).statusCode())
        .isEqualTo(400);
  }

  @Test
  void knows_no_other_task_path_or_method() {
    assertThat(client.get("/api/generate/status/NOSUCHTASK").statusCode()).isEqualTo(404);
    assertThat(client.get("/api/generate/list").statusCode()).isEqualTo(404);
    assertThat(client.get("/api/generate/submit").statusCode()).isEqualTo(405);
    assertThat(client.get("/files/1/x/A.mp4").statusCode()).isEqualTo(404);
  }

  private void assertRefused(Object order, int status, String type) {
    var answer = client.submit(order);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    JsonNode body = Client.JSON.readTree(answer.body());
    assertThat(body.path("code").intValue()).isEqualTo(status);
    assertThat(body.path("error").path("type").stringValue()).isEqualTo(type);
    assertThat(body.path("error").path("message").stringValue()).isNotBlank();
  }

  private static Arguments row(String name, int status, String type, Consumer<ObjectNode> change) {
    return Arguments.of(name, status, type, change);
  }

  private static ObjectNode input(ObjectNode order) {
    return (ObjectNode) order.path("input");
  }

  private static void image(ObjectNode order, String url) {
    input(order).putArray("image_urls").add(url);
  }
}

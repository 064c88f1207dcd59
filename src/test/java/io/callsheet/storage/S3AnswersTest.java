package io.callsheet.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.callsheet.model.AssetFacts;
import io.callsheet.model.MediaType;
import io.callsheet.model.Sha256;
import io.callsheet.storage.StoreOutcome.Changed;
import io.callsheet.storage.StoreOutcome.Denied;
import io.callsheet.storage.StoreOutcome.Stored;
import io.callsheet.storage.StoreOutcome.Unreachable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Answers that a well-behaved server gives only on a bad day. */
class S3AnswersTest {
  private static final byte[] BYTES = "an image".getBytes();

  @TempDir Path folder;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private Path file;

  private final AssetFacts facts =
      new AssetFacts(Sha256.of(BYTES), MediaType.PNG, BYTES.length, 720, 720, Duration.ZERO);

  @BeforeEach
  void start() throws IOException {
    file = Files.write(folder.resolve("a.png"), BYTES);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void a_bucket_that_takes_but_does_not_show_is_enough() {
    answer(403, 200, "", () -> {});
    assertThat(put())
        .isInstanceOfSatisfying(Stored.class, it -> assertThat(it.uploaded()).isTrue());
    assertThat(asked).containsExactly("HEAD", "PUT " + new String(BYTES));
  }

  @ParameterizedTest
  @CsvSource({
    "403, AccessDenied, s3:PutObject",
    "401, Unauthorized, s3:PutObject",
    "403, InvalidAccessKeyId, AWS_ACCESS_KEY_ID",
    "400, ExpiredToken, AWS_SESSION_TOKEN",
    "404, NoSuchBucket, storage.bucket",
    "301, PermanentRedirect, storage.region",
  })
  void what_a_person_must_mend_is_denied_and_asked_once(int status, String code, String advice) {
    answer(404, status, code, () -> {});
    assertThat(put())
        .isInstanceOfSatisfying(
            Denied.class, denied -> assertThat(denied.message()).contains(advice));
    assertThat(asked).hasSize(2);
  }

  @Test
  void what_was_signed_is_not_said_again() {
    answer(
        404,
        403,
        "<Message>no: AWS4-HMAC-SHA256 Credential=AKID/eu, Signature=5ec7e7</Message>"
            + "<Code>AccessDenied</Code>",
        () -> {});
    assertThat(put())
        .isInstanceOfSatisfying(
            Denied.class,
            denied ->
                assertThat(denied.message())
                    .contains("Signature=[hidden]")
                    .doesNotContain("5ec7e7"));
  }

  @Test
  void a_clock_that_is_wrong_is_named() {
    answer(404, 403, "RequestTimeTooSkewed", () -> {});
    assertThat(put())
        .isInstanceOfSatisfying(
            Denied.class, denied -> assertThat(denied.message()).contains("clock"));
  }

  @ParameterizedTest
  @CsvSource({"500, InternalError", "503, SlowDown", "400, RequestTimeout", "400, BadDigest"})
  void what_may_pass_is_unreachable(int status, String code) {
    answer(404, status, code, () -> {});
    assertThat(put())
        .isInstanceOfSatisfying(
            Unreachable.class, away -> assertThat(away.message()).contains(status + " " + code));
  }

  @Test
  void a_file_that_changes_while_it_is_sent_is_changed() {
    answer(404, 400, "BadDigest", () -> Files.writeString(file, "an other"));
    assertThat(put()).isInstanceOf(Changed.class);
  }

  @Test
  void missing_credentials_are_denied_with_what_to_set() {
    AwsCredentialsProvider none =
        () -> {
          throw SdkClientException.create("Unable to load credentials");
        };
    assertThat(new S3Trouble("s3://b", none).outcome(SdkClientException.create("no credentials")))
        .isInstanceOfSatisfying(
            Denied.class, denied -> assertThat(denied.message()).contains("AWS_ACCESS_KEY_ID"));
  }

  @Test
  void warming_up_asks_for_nothing_that_is_there_and_complains_of_nothing() {
    answer(403, 200, "", () -> {});

    URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    try (S3ObjectStore store = S3ObjectStore.open(S3Server.at(endpoint, "b"), S3Server.KEYS)) {
      store.warmUp();
    }
    assertThat(asked).containsExactly("HEAD");
  }

  private interface Meanwhile {
    void happens() throws IOException;
  }

  private void answer(int head, int put, String code, Meanwhile meanwhile) {
    server.createContext(
        "/",
        exchange -> {
          String body = new String(exchange.getRequestBody().readAllBytes());
          boolean isHead = exchange.getRequestMethod().equals("HEAD");
          asked.add((exchange.getRequestMethod() + " " + body).strip());
          if (isHead) {
            respond(exchange, head, "");
          } else {
            meanwhile.happens();
            respond(exchange, put, code.isEmpty() ? "" : "<Error>" + element(code) + "</Error>");
          }
        });
  }

  /** A code alone, or what the answer says in full. */
  private static String element(String code) {
    return code.startsWith("<") ? code : "<Code>" + code + "</Code>";
  }

  private static void respond(HttpExchange exchange, int status, String body) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : body.length());
      exchange.getResponseBody().write(body.getBytes());
    }
  }

  private StoreOutcome put() {
    URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    try (S3ObjectStore store = S3ObjectStore.open(S3Server.at(endpoint, "b"), S3Server.KEYS)) {
      return store.put(facts, file);
    }
  }
}

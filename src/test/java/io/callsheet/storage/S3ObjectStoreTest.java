package io.callsheet.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.callsheet.job.StorageSettings;
import io.callsheet.model.AssetFacts;
import io.callsheet.model.MediaType;
import io.callsheet.model.Sha256;
import io.callsheet.storage.StoreOutcome.Changed;
import io.callsheet.storage.StoreOutcome.Denied;
import io.callsheet.storage.StoreOutcome.Stored;
import io.callsheet.storage.StoreOutcome.Unreachable;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3ObjectStoreTest {
  private static final String SUMMER = "summer/";

  private static S3Server server;

  @TempDir Path folder;
  private Path file;
  private AssetFacts facts;

  @BeforeAll
  static void start(@TempDir Path objects) throws Exception {
    server = new S3Server(objects);
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @BeforeEach
  void write() throws Exception {
    byte[] bytes = folder.toString().repeat(5000).getBytes();
    file = Files.write(folder.resolve("clip.mov"), bytes);
    facts =
        new AssetFacts(
            Sha256.of(bytes), MediaType.MOV, bytes.length, 720, 1280, Duration.ofSeconds(5));
  }

  @Test
  void uploads_once_under_a_key_made_of_the_content() throws Exception {
    String key = SUMMER + facts.sha256() + ".mov";
    int before = server.uploads();
    try (S3ObjectStore store = open(server.bucket("callsheet"))) {
      assertThat(store.key(facts)).isEqualTo(key);
      assertThat(store.put(facts, file)).isEqualTo(new Stored(key, true));
      assertThat(store.put(facts, file)).isEqualTo(new Stored(key, false));
    }
    try (S3ObjectStore another = open(server.bucket("callsheet"))) {
      assertThat(another.put(facts, file)).isEqualTo(new Stored(key, false));
    }
    assertThat(server.uploads() - before).isEqualTo(1);
  }

  @Test
  void a_pre_signed_url_needs_no_credentials_and_no_headers() throws Exception {
    try (S3ObjectStore store = open(server.bucket("callsheet"))) {
      store.put(facts, file);
      URI url = store.presign(store.key(facts), Duration.ofDays(7));
      assertThat(url.getPath()).isEqualTo("/callsheet/" + store.key(facts)).endsWith(".mov");
      assertThat(url.getQuery()).contains("X-Amz-SignedHeaders=host&");
      assertThat(url.toString()).doesNotContain(S3Server.KEYS.secretKey());
      HttpResponse<byte[]> answer = fetch(url);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("video/quicktime");
      assertThat(Sha256.of(answer.body())).isEqualTo(facts.sha256());
    }
  }

  @Test
  void a_pre_signed_url_opens_nothing_else_and_not_for_ever() throws Exception {
    try (S3ObjectStore store = open(server.bucket("callsheet"))) {
      store.put(facts, file);
      URI url = store.presign(store.key(facts), Duration.ofSeconds(1));
      URI other = URI.create(url.toString().replace(facts.sha256().hex(), "0".repeat(64)));
      assertThat(fetch(other).statusCode()).isEqualTo(403);
      await().until(() -> fetch(url).statusCode() == 403);
      assertThatThrownBy(() -> store.presign("k", Duration.ofDays(8)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void a_wrong_secret_is_denied_and_not_repeated() {
    StorageKeys wrong = new StorageKeys("access", "not-the-secret");
    try (S3ObjectStore store = S3ObjectStore.open(server.bucket("callsheet"), wrong)) {
      assertThat(store.put(facts, file))
          .isInstanceOfSatisfying(
              Denied.class,
              denied ->
                  assertThat(denied.message())
                      .contains("403", "AWS_SECRET_ACCESS_KEY")
                      .doesNotContain("not-the-secret"));
    }
  }

  @Test
  void a_missing_bucket_is_denied() {
    try (S3ObjectStore store = open(server.bucket("nosuchbucket"))) {
      assertThat(store.put(facts, file))
          .isInstanceOfSatisfying(
              Denied.class,
              denied -> assertThat(denied.message()).contains("nosuchbucket", "create the bucket"));
    }
  }

  @Test
  void a_server_that_is_not_there_is_unreachable() throws Exception {
    int port;
    try (ServerSocket closed = new ServerSocket(0)) {
      port = closed.getLocalPort();
    }
    try (S3ObjectStore store = open(S3Server.at(URI.create("http://127.0.0.1:" + port), "b"))) {
      assertThat(store.put(facts, file))
          .isInstanceOfSatisfying(
              Unreachable.class,
              away -> assertThat(away.message()).contains("127.0.0.1:" + port, "refused"));
    }
  }

  @Test
  void a_file_that_changed_is_not_uploaded() throws Exception {
    int before = server.uploads();
    byte[] bytes = Files.readAllBytes(file);
    bytes[7]++;
    try (S3ObjectStore store = open(server.bucket("callsheet"))) {
      Files.write(file, bytes);
      assertThat(store.put(facts, file)).isInstanceOf(Changed.class);
      Files.write(file, new byte[3]);
      assertThat(store.put(facts, file)).isInstanceOf(Changed.class);
      Files.delete(file);
      assertThat(store.put(facts, file)).isInstanceOf(Changed.class);
    }
    assertThat(server.uploads() - before).isZero();
  }

  @Test
  void a_large_file_arrives_in_parts_and_whole() throws Exception {
    large(20_000_000);
    try (S3ObjectStore store = open(server.bucket("callsheet"))) {
      assertThat(store.put(facts, file)).isEqualTo(new Stored(store.key(facts), true));
      assertThat(store.put(facts, file)).isEqualTo(new Stored(store.key(facts), false));
      HttpResponse<byte[]> answer = fetch(store.presign(store.key(facts), Duration.ofMinutes(1)));
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("video/quicktime");
      assertThat(Sha256.of(answer.body())).isEqualTo(facts.sha256());
    }
  }

  @Test
  void a_large_file_that_changed_never_appears() throws Exception {
    large(20_000_000);
    FileTime written = Files.getLastModifiedTime(file);
    byte[] bytes = Files.readAllBytes(file);
    bytes[19_999_999]++;
    Files.write(file, bytes);
    Files.setLastModifiedTime(file, written);
    try (S3ObjectStore store = open(server.bucket("callsheet"))) {
      assertThat(store.put(facts, file)).isInstanceOf(Changed.class);
      assertThat(fetch(store.presign(store.key(facts), Duration.ofMinutes(1))).statusCode())
          .isEqualTo(404);
    }
  }

  private void large(int size) throws Exception {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    bytes[0] = (byte) folder.hashCode();
    Files.write(file, bytes);
    facts = new AssetFacts(Sha256.of(bytes), MediaType.MOV, size, 720, 1280, Duration.ofSeconds(5));
  }

  @Test
  void reads_an_object_of_any_bucket() throws Exception {
    try (S3ObjectStore store = open(server.bucket("callsheet"));
        S3ObjectSource source = S3ObjectSource.open(server.bucket("other"), S3Server.KEYS)) {
      store.put(facts, file);
      ReadOutcome outcome = source.open("callsheet", store.key(facts));
      assertThat(outcome).isInstanceOf(ReadOutcome.Opened.class);
      ReadOutcome.Opened opened = (ReadOutcome.Opened) outcome;
      assertThat(opened.bytes()).isEqualTo(facts.bytes());
      assertThat(Sha256.of(opened.body().readAllBytes())).isEqualTo(facts.sha256());
      assertThat(source.open("callsheet", "no such/key.png"))
          .isEqualTo(new ReadOutcome.Refused("is not there: bucket callsheet has no such object"));
      assertThat(source.open("nosuchbucket", "key.png"))
          .isEqualTo(new ReadOutcome.Refused("is not there: there is no bucket nosuchbucket"));
    }
  }

  @Test
  void reads_nothing_with_wrong_keys_or_from_nobody() throws Exception {
    StorageKeys wrong = new StorageKeys("access", "not-the-secret");
    int port;
    try (ServerSocket closed = new ServerSocket(0)) {
      port = closed.getLocalPort();
    }
    URI nobody = URI.create("http://127.0.0.1:" + port);
    try (S3ObjectSource denied = S3ObjectSource.open(server.bucket("callsheet"), wrong);
        S3ObjectSource away = S3ObjectSource.open(S3Server.at(nobody, "b"), S3Server.KEYS)) {
      assertThat(denied.open("callsheet", "a.png"))
          .isInstanceOfSatisfying(
              ReadOutcome.Refused.class,
              refused ->
                  assertThat(refused.message())
                      .contains("may not be read", "s3:GetObject on bucket callsheet")
                      .doesNotContain("not-the-secret"));
      assertThat(away.open("b", "a.png")).isInstanceOf(ReadOutcome.Unreachable.class);
    }
  }

  @Test
  void is_named_by_endpoint_and_bucket() {
    try (S3ObjectStore store = open(server.bucket("callsheet"))) {
      assertThat(store.identity()).isEqualTo(server.uri() + "/callsheet");
    }
  }

  private static S3ObjectStore open(StorageSettings settings) {
    return S3ObjectStore.open(settings, S3Server.KEYS);
  }

  private static HttpResponse<byte[]> fetch(URI url) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofByteArray());
  }
}

package io.callsheet.asset.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.asset.Resolved;
import io.callsheet.model.AssetRole;
import io.callsheet.model.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WebAssetsTest {
  private static final FetchLimits QUICK =
      new FetchLimits(
          Duration.ofSeconds(5),
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          3,
          Duration.ofMillis(1));
  private static TestCertificate certificate;

  @TempDir Path folder;
  private FileServer server;
  private final AtomicBoolean over = new AtomicBoolean();
  private boolean allowHttp;
  private FetchLimits limits = QUICK;

  @BeforeAll
  static void make_a_certificate(@TempDir Path keys) throws Exception {
    certificate = new TestCertificate(keys, "files.test");
  }

  @BeforeEach
  void start() throws IOException {
    server = new FileServer(certificate.context());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void fetches_a_file_and_keeps_it_under_its_digest() throws Exception {
    byte[] content = "a picture".repeat(50_000).getBytes();
    server.file("/heroes/lina.png", content);

    Resolved resolved = fetch(url("/heroes/lina.png?width=800"));

    assertThat(resolved)
        .isInstanceOfSatisfying(
            Resolved.Fetched.class,
            fetched -> {
              assertThat(fetched.path()).hasFileName(Sha256.of(content).hex());
              assertThat(fetched.path()).hasBinaryContent(content);
            });
    assertThat(server.asked).containsExactly("GET /heroes/lina.png?width=800");
    assertThat(left()).hasSize(1);
  }

  @Test
  void asks_for_umlauts_and_spaces_as_people_write_them() throws Exception {
    server.file("/", "x".getBytes());

    assertThat(fetch(url("/große Helden/50%/[1].png"))).isInstanceOf(Resolved.Fetched.class);
    assertThat(server.asked).containsExactly("GET /gro%C3%9Fe%20Helden/50%25/%5B1%5D.png");
  }

  @Test
  void follows_redirects() throws Exception {
    server.redirect("/a", "/b?signed=1");
    server.redirect("/b", url("/c"));
    server.file("/c", "x".getBytes());

    assertThat(fetch(url("/a"))).isInstanceOf(Resolved.Fetched.class);
  }

  @Test
  void gives_up_on_redirects_that_go_in_circles() throws Exception {
    server.redirect("/a", "/a");

    assertThat(problem(url("/a"))).endsWith("/a` redirects more than 5 times");
    assertThat(server.asked).hasSize(6);
  }

  @Test
  void follows_no_redirect_to_plain_http_even_where_that_is_allowed() throws Exception {
    allowHttp = true;
    server.redirect("/a", "http://files.test:" + server.port() + "/b");

    assertThat(problem(url("/a"))).contains("redirects from https to plain http (files.test)");
    assertThat(server.asked).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://10.0.0.1/a.png",
        "https://127.0.0.1/a.png",
        "https://169.254.169.254/latest/meta-data/",
        "https://[fd00:ec2::254]/latest/meta-data/",
        "https://[::ffff:169.254.169.254]/",
        "https://[64:ff9b::a9fe:a9fe]/",
        "https://[2002:a9fe:a9fe::]/",
        "https://[2001:0:5ef5:79fd::1]/",
        "https://[fe80::1]/",
        "https://100.64.0.1/",
        "https://0.0.0.0/",
        "https://inside.test/a.png"
      })
  void goes_to_no_private_address(String address) throws Exception {
    server.redirect("/a", address);

    assertThat(problem(address)).contains("is no address of the public internet");
    assertThat(problem(url("/a"))).contains("is no address of the public internet");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0177.0.0.1/",
        "https://127.1/",
        "https://0/",
      })
  void refuses_hosts_in_odd_numbers(String address) throws Exception {
    assertThat(problem(address)).contains("names its host by an odd number");
  }

  @ParameterizedTest
  @CsvSource({
    "https://anna:geheim@files.test/a.png, holds a user or password",
    "https://files.test@evil.test/a.png, holds a user or password",
    "https:///a.png, names no host",
    "https://files.test:22/a.png, names port 22",
    "https://files.test:99999/a.png, names port 99999",
    "https://fi les.test/a.png, is no web address",
    "http://files.test/a.png, is plain http; write https://",
  })
  void refuses_addresses_that_are_not_to_be_asked(String address, String problem) throws Exception {
    assertThat(problem(address)).contains(problem).doesNotContain("geheim");
  }

  @Test
  void fetches_plain_http_where_the_job_allows_it() throws Exception {
    allowHttp = true;
    try (FileServer plain = new FileServer(null)) {
      plain.file("/a.png", "x".getBytes());

      assertThat(fetch("http://files.test:" + plain.port() + "/a.png"))
          .isInstanceOf(Resolved.Fetched.class);
    }
  }

  @Test
  void connects_to_the_address_that_was_judged_whatever_the_name_means_later() throws Exception {
    server.file("/a.png", "x".getBytes());
    AtomicInteger lookups = new AtomicInteger();
    HostNames rebound =
        host -> {
          if (lookups.incrementAndGet() > 1) {
            throw new AssertionError("the name was looked up again");
          }
          return new InetAddress[] {InetAddress.getLoopbackAddress()};
        };

    assertThat(fetch(url("/a.png"), rebound)).isInstanceOf(Resolved.Fetched.class);
    assertThat(lookups).hasValue(1);
  }

  @Test
  void believes_no_certificate_of_another_host() throws Exception {
    server.file("/a.png", "x".getBytes());

    assertThat(problem("https://other.test:" + server.port() + "/a.png"))
        .contains("the certificate of other.test is not valid for it");
    assertThat(server.asked).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "404, is not there (404); check the address",
    "410, is not there (410); check the address",
    "403, 'may not be fetched (403); the link needs a sign-in, or is no longer good'",
    "206, was answered with 206 instead of the file",
  })
  void tells_what_the_server_said(int status, String problem) throws Exception {
    server.status("/a.png", status);

    assertThat(problem(url("/a.png?signature=secret")))
        .isEqualTo("`" + url("/a.png") + "` " + problem);
    assertThat(server.asked).hasSize(1);
  }

  @Test
  void tries_again_what_may_pass() throws Exception {
    AtomicInteger times = new AtomicInteger();
    server.on(
        "/a.png",
        exchange ->
            FileServer.send(exchange, times.incrementAndGet() < 3 ? 503 : 200, "x".getBytes()));

    assertThat(fetch(url("/a.png"))).isInstanceOf(Resolved.Fetched.class);
    assertThat(times).hasValue(3);
  }

  @Test
  void says_how_often_it_tried() throws Exception {
    server.status("/a.png", 503);

    assertThat(problem(url("/a.png")))
        .endsWith("was answered with 503 (tried 3 times); check the address, or try again later");
    assertThat(problem("https://nobody.test/a.png")).contains("no host is called nobody.test");
  }

  @Test
  void refuses_a_web_page_and_what_is_packed() throws Exception {
    server.on(
        "/page",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          FileServer.send(exchange, 200, "<html>".getBytes());
        });
    server.on(
        "/packed",
        exchange -> {
          assertThat(exchange.getRequestHeaders().getFirst("Accept-Encoding"))
              .isEqualTo("identity");
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          FileServer.send(exchange, 200, new byte[100]);
        });

    assertThat(problem(url("/page"))).contains("leads to a web page, not to a file");
    assertThat(problem(url("/packed"))).contains("comes packed (gzip)");
  }

  @Test
  void takes_no_more_than_the_service_does() throws Exception {
    server.on("/announced", exchange -> exchange.sendResponseHeaders(200, 10_500_000));
    AtomicInteger megabytes = new AtomicInteger();
    server.on(
        "/endless",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          OutputStream out = exchange.getResponseBody();
          for (; megabytes.get() < 1000; megabytes.incrementAndGet()) {
            out.write(new byte[1_000_000]);
          }
        });

    assertThat(problem(url("/announced"))).endsWith("has 10.5 MB; the service takes at most 10 MB");
    assertThat(problem(url("/endless"))).contains("has more than 10 MB");
    assertThat(megabytes.get()).isLessThan(1000);
    assertThat(left()).isEmpty();
  }

  @Test
  void does_not_wait_for_a_server_that_drips() throws Exception {
    limits =
        new FetchLimits(
            Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(1), 1, Duration.ZERO);
    CountDownLatch end = new CountDownLatch(1);
    server.on(
        "/a.png",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          drip(exchange.getResponseBody(), end);
        });

    assertThat(problem(url("/a.png"))).contains("did not come within 1 s (tried 1 times)");
    end.countDown();
    assertThat(left()).isEmpty();
  }

  @Test
  void does_not_wait_for_headers_that_drip() throws Exception {
    allowHttp = true;
    limits =
        new FetchLimits(
            Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(1), 1, Duration.ZERO);
    try (ServerSocket slow = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      CountDownLatch end = new CountDownLatch(1);
      Thread server =
          new Thread(
              () -> {
                try (var socket = slow.accept()) {
                  drip(socket.getOutputStream(), end);
                } catch (IOException e) {
                  // The client hung up, as it should.
                }
              });
      server.start();

      assertThat(problem("http://files.test:" + slow.getLocalPort() + "/a"))
          .contains("did not come within 1 s");
      end.countDown();
      server.join();
    }
  }

  @Test
  void ends_with_the_run() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    server.on(
        "/a.png",
        exchange -> {
          over.set(true);
          exchange.sendResponseHeaders(200, 0);
          drip(exchange.getResponseBody(), end);
        });

    assertThat(fetch(url("/a.png"))).isEqualTo(new Resolved.Unknown(""));
    end.countDown();
  }

  @Test
  void a_full_disk_is_no_problem_of_the_reference() throws Exception {
    server.file("/a.png", "x".getBytes());
    Files.writeString(folder.resolve("fetched"), "a file where the folder should be");

    assertThat(fetch(url("/a.png")))
        .isInstanceOfSatisfying(
            Resolved.Unknown.class,
            unknown -> assertThat(unknown.reason()).contains("cannot write fetched files"));
  }

  @Test
  void refuses_headers_without_end() throws Exception {
    server.on(
        "/a.png",
        exchange -> {
          exchange.getResponseHeaders().set("X-Long", "x".repeat(100_000));
          FileServer.send(exchange, 200, "x".getBytes());
        });

    assertThat(problem(url("/a.png"))).contains("the connection to files.test broke");
  }

  private static void drip(OutputStream out, CountDownLatch end) {
    try {
      while (!end.await(50, java.util.concurrent.TimeUnit.MILLISECONDS)) {
        out.write('H');
        out.flush();
      }
    } catch (IOException | InterruptedException e) {
      // The client hung up, as it should.
    }
  }

  private String url(String path) {
    return "https://files.test:" + server.port() + path;
  }

  private static InetAddress[] names(String host) throws UnknownHostException {
    InetAddress here = InetAddress.getLoopbackAddress();
    return switch (host) {
      case "files.test", "other.test" -> new InetAddress[] {here};
      case "inside.test" -> HostNames.onTheInternet("192.168.0.1");
      case "nobody.test" -> throw new UnknownHostException(host);
      default -> HostNames.onTheInternet(host);
    };
  }

  private String problem(String reference) throws Exception {
    Resolved resolved = fetch(reference);
    assertThat(resolved).isInstanceOf(Resolved.Unusable.class);
    return ((Resolved.Unusable) resolved).problem();
  }

  private Resolved fetch(String reference) throws Exception {
    return fetch(reference, WebAssetsTest::names);
  }

  private Resolved fetch(String reference, HostNames names) throws Exception {
    SSLContext trust = certificate.context();
    FetchedFiles files = new FetchedFiles(folder.resolve("fetched"), InstantSource.system());
    try (RemoteAssets assets =
        new RemoteAssets(
            files,
            limits,
            new Until(over),
            allowHttp,
            names,
            trust,
            () -> {
              throw new AssertionError("no bucket is asked");
            })) {
      assertThat(assets.takes(reference)).isTrue();
      return assets.fetch(reference, AssetRole.CHARACTER);
    }
  }

  private Stream<Path> left() throws IOException {
    return Files.list(folder.resolve("fetched"));
  }

  private record Until(AtomicBoolean over) implements Patience {
    @Override
    public boolean isOver() {
      return over.get();
    }

    @Override
    public boolean rest(Duration time) {
      return !over.get();
    }
  }
}

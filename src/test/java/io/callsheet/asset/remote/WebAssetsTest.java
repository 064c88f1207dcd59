package io.callsheet.asset.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.asset.Resolved;
import io.callsheet.model.Sha256;
import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WebAssetsTest extends WebAssets {
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
}

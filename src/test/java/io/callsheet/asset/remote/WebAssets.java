package io.callsheet.asset.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.asset.Resolved;
import io.callsheet.model.AssetRole;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server of files that fetches are tried on. */
abstract class WebAssets {
  static final FetchLimits QUICK =
      new FetchLimits(
          Duration.ofSeconds(5),
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          3,
          Duration.ofMillis(1));
  private static TestCertificate certificate;

  @TempDir Path folder;
  FileServer server;
  final AtomicBoolean over = new AtomicBoolean();
  boolean allowHttp;
  FetchLimits limits = QUICK;

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

  String url(String path) {
    return "https://files.test:" + server.port() + path;
  }

  static InetAddress[] names(String host) throws UnknownHostException {
    InetAddress here = InetAddress.getLoopbackAddress();
    return switch (host) {
      case "files.test", "other.test" -> new InetAddress[] {here};
      case "inside.test" -> HostNames.onTheInternet("192.168.0.1");
      case "nobody.test" -> throw new UnknownHostException(host);
      default -> HostNames.onTheInternet(host);
    };
  }

  String problem(String reference) throws Exception {
    Resolved resolved = fetch(reference);
    assertThat(resolved).isInstanceOf(Resolved.Unusable.class);
    return ((Resolved.Unusable) resolved).problem();
  }

  Resolved fetch(String reference) throws Exception {
    return fetch(reference, WebAssetsTest::names);
  }

  Resolved fetch(String reference, HostNames names) throws Exception {
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

  Stream<Path> left() throws IOException {
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

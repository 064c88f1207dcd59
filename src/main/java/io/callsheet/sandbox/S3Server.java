package io.callsheet.sandbox;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** The stand-in for S3, on the loopback interface only; its objects are files. */
final class S3Server implements AutoCloseable {
  static final String BUCKET = "callsheet";
  private static final int THREADS = 32;

  /** What a kill in the middle of a PUT leaves behind would be listed as an object. */
  private static final Pattern LEFTOVER =
      Pattern.compile(".+-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final S3Proxy proxy;

  private S3Server(S3Proxy proxy) {
    this.proxy = proxy;
  }

  /** Takes the port of last time again if it is free. */
  static S3Server start(Path folder, Account account) throws IOException {
    Files.createDirectories(folder);
    ExtendedAttributes.require(folder);
    sweep(folder);
    try {
      return listen(folder, account, account.s3Port());
    } catch (IOException e) {
      if (account.s3Port() == 0) {
        throw e;
      }
      return listen(folder, account, 0);
    }
  }

  private static S3Server listen(Path folder, Account account, int port) throws IOException {
    var store = new FilesystemNio2BlobStore(folder.toString());
    if (!store.containerExists(BUCKET)) {
      store.createContainer(BUCKET);
    }
    S3Proxy proxy =
        S3Proxy.builder()
            .blobStore(store)
            .endpoint(URI.create("http://127.0.0.1:" + port))
            .awsAuthentication(
                AuthenticationType.AWS_V2_OR_V4, account.accessKey(), account.secretKey())
            // Multipart uploads of today's SDKs bring headers that it does not know.
            .ignoreUnknownHeaders(true)
            .jettyMaxThreads(THREADS)
            // An idle connection of a client would be waited for, and then be an error.
            .stopTimeout(0)
            .build();
    S3Server server = new S3Server(proxy);
    try {
      proxy.start();
      return server;
    } catch (Exception e) {
      server.close();
      throw new IOException("the sandbox's S3 server did not start: " + e.getMessage(), e);
    }
  }

  private static void sweep(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(S3Server::isLeftover).toList()) {
        Files.delete(file);
      }
    }
  }

  private static boolean isLeftover(Path file) {
    return Files.isRegularFile(file) && LEFTOVER.matcher(file.getFileName().toString()).matches();
  }

  int port() {
    return proxy.getPort();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port());
  }

  @Override
  public void close() {
    try {
      proxy.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the sandbox's S3 server did not stop", e);
    }
  }
}

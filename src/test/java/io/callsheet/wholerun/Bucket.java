package io.callsheet.wholerun;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** A real S3 server outside of the process under test, which outlives it. */
final class Bucket implements AutoCloseable {
  static final String NAME = "references";
  static final String ACCESS_KEY = "tester";
  static final String SECRET_KEY = "secret-of-the-tester";

  private final AtomicInteger puts = new AtomicInteger();
  private final S3Proxy server;
  private volatile Watcher watcher = Watcher.NOBODY;

  Bucket(Path folder) throws Exception {
    BlobStore files = new FilesystemNio2BlobStore(Files.createDirectories(folder).toString());
    files.createContainer(NAME);
    server =
        S3Proxy.builder()
            .blobStore(new Counting(files))
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY)
            .ignoreUnknownHeaders(true)
            .stopTimeout(0)
            .build();
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getPort());
  }

  int puts() {
    return puts.get();
  }

  void watch(Watcher other) {
    watcher = other;
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the S3 server does not stop", e);
    }
  }

  private final class Counting extends ForwardingBlobStore {
    Counting(BlobStore files) {
      super(files);
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream bytes) {
      watcher.at(Moment.OBJECT_RECEIVED, "");
      PutObjectResponse stored = super.putBlob(request, bytes);
      puts.incrementAndGet();
      watcher.at(Moment.OBJECT_STORED, "");
      return stored;
    }
  }
}

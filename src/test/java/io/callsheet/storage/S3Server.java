package io.callsheet.storage;

import io.callsheet.job.StorageSettings;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** A real S3 server in this process, with one bucket, that counts what is uploaded. */
final class S3Server implements AutoCloseable {
  static final StorageKeys KEYS = new StorageKeys("access", "secret-of-the-store");

  private final AtomicInteger uploads = new AtomicInteger();
  private final S3Proxy server;

  S3Server(Path folder) throws Exception {
    BlobStore files = new FilesystemNio2BlobStore(folder.toString());
    files.createContainer("callsheet");
    server =
        S3Proxy.builder()
            .blobStore(new Counting(files))
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, KEYS.accessKey(), KEYS.secretKey())
            .ignoreUnknownHeaders(true)
            .build();
    server.start();
  }

  int uploads() {
    return uploads.get();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getPort());
  }

  StorageSettings bucket(String name) {
    return at(uri(), name);
  }

  static StorageSettings at(URI endpoint, String bucket) {
    return new StorageSettings(bucket, "summer", endpoint, null, true, Duration.ofHours(24));
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
      uploads.incrementAndGet();
      return super.putBlob(request, bytes);
    }
  }
}

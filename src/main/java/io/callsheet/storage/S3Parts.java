package io.callsheet.storage;

import io.callsheet.model.AssetFacts;
import io.callsheet.model.Sha256;
import io.callsheet.storage.StoreOutcome.Changed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * Sends a large file in parts. Each part is read once, hashed and sent from memory, so that the
 * digest is of what was sent; the object appears only if that is what was planned.
 */
final class S3Parts {
  static final long MOST_IN_ONE = 16_000_000;

  /** S3 takes no smaller parts but the last. Each upload under way holds one in memory. */
  private static final int PART = 8 << 20;

  private final S3Client client;
  private final String bucket;
  private final String key;

  S3Parts(S3Client client, String bucket, String key) {
    this.client = client;
    this.bucket = bucket;
    this.key = key;
  }

  /**
   * Null when the object is there.
   *
   * @throws SdkException if storage does not take it; nothing is left there then
   */
  @Nullable Changed send(AssetFacts facts, Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      if (Files.size(file) != facts.bytes()) {
        return FileCheck.changed(file);
      }
      return send(facts, file, in);
    } catch (IOException e) {
      return FileCheck.unreadable(file, e);
    }
  }

  private @Nullable Changed send(AssetFacts facts, Path file, InputStream in) throws IOException {
    String upload =
        client
            .createMultipartUpload(
                wish ->
                    wish.bucket(bucket)
                        .key(key)
                        .contentType(facts.type().mime())
                        .checksumAlgorithm(ChecksumAlgorithm.SHA256)
                        .metadata(Map.of(S3ObjectStore.DIGEST, facts.sha256().hex())))
            .uploadId();
    boolean complete = false;
    try {
      MessageDigest whole = Sha256.digest();
      List<CompletedPart> parts = parts(upload, in, whole);
      if (!Sha256.of(whole).equals(facts.sha256())) {
        return FileCheck.changed(file);
      }
      client.completeMultipartUpload(
          wish ->
              wish.bucket(bucket)
                  .key(key)
                  .uploadId(upload)
                  .multipartUpload(all -> all.parts(parts)));
      complete = true;
      return null;
    } finally {
      if (!complete) {
        abort(upload);
      }
    }
  }

  private List<CompletedPart> parts(String upload, InputStream in, MessageDigest whole)
      throws IOException {
    List<CompletedPart> parts = new ArrayList<>();
    byte[] buffer = new byte[PART];
    for (int size; (size = in.readNBytes(buffer, 0, PART)) > 0; ) {
      byte[] bytes = size == PART ? buffer : Arrays.copyOf(buffer, size);
      whole.update(bytes);
      parts.add(part(upload, parts.size() + 1, bytes));
    }
    return parts;
  }

  private CompletedPart part(String upload, int number, byte[] bytes) {
    String checksum = Base64.getEncoder().encodeToString(Sha256.of(bytes).bytes());
    UploadPartResponse sent =
        client.uploadPart(
            wish ->
                wish.bucket(bucket)
                    .key(key)
                    .uploadId(upload)
                    .partNumber(number)
                    .contentLength((long) bytes.length)
                    .checksumSHA256(checksum),
            // Unlike from an array, no copy is made.
            RequestBody.fromContentProvider(
                () -> new ByteArrayInputStream(bytes), bytes.length, "application/octet-stream"));
    return CompletedPart.builder()
        .partNumber(number)
        .eTag(sent.eTag())
        .checksumSHA256(checksum)
        .build();
  }

  /** Parts that are left behind cost money. */
  private void abort(String upload) {
    try {
      client.abortMultipartUpload(wish -> wish.bucket(bucket).key(key).uploadId(upload));
    } catch (SdkException e) {
      // What ended the upload is told; a bucket's own rule for stale uploads removes the rest.
    }
  }
}

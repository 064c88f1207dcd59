package io.callsheet.storage;

import io.callsheet.job.StorageSettings;
import io.callsheet.model.AssetFacts;
import io.callsheet.storage.StoreOutcome.Changed;
import io.callsheet.storage.StoreOutcome.Stored;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A bucket at Amazon or at any other S3 server. */
public final class S3ObjectStore implements ObjectStore {
  /** Of a pre-signed URL (SigV4). */
  private static final Duration LONGEST_LIFE = Duration.ofDays(7);

  private static final Duration SHORT_CALL = Duration.ofSeconds(30);

  /** Where the digest is found again on servers that keep no checksums of their own. */
  static final String DIGEST = "sha256";

  private final StorageSettings settings;
  private final S3Connection s3;
  private final S3Trouble trouble;

  private S3ObjectStore(StorageSettings settings, S3Connection s3) {
    this.settings = settings;
    this.s3 = s3;
    this.trouble = new S3Trouble(where(settings), s3.credentials());
  }

  /**
   * Makes no call; whether the bucket answers shows at the first {@link #put}.
   *
   * @param keys null for those of the environment, found by the SDK's own rules
   * @throws IllegalArgumentException if no region is set or found for Amazon's S3
   */
  public static S3ObjectStore open(StorageSettings settings, @Nullable StorageKeys keys) {
    return new S3ObjectStore(settings, S3Connection.open(settings, keys));
  }

  /**
   * Signs once and asks once for an object that nobody put there: the first call of a process loads
   * much, finds the keys and connects. What goes wrong is told again by the first {@link #put}.
   */
  public void warmUp() {
    String nothing = keyOf("nothing");
    try {
      presign(nothing, SHORT_CALL);
      head(nothing);
    } catch (SdkException e) {
      // As expected, or told again by the first upload.
    }
  }

  @Override
  public String key(AssetFacts facts) {
    return keyOf(facts.sha256() + "." + facts.type().extension());
  }

  private String keyOf(String name) {
    return settings.prefix().isEmpty() ? name : settings.prefix() + "/" + name;
  }

  @Override
  public String identity() {
    return where(settings);
  }

  @Override
  public StoreOutcome put(AssetFacts facts, Path file) {
    String key = key(facts);
    try {
      if (isThere(key, facts)) {
        return new Stored(key, false);
      }
      return facts.bytes() > S3Parts.MOST_IN_ONE
          ? sendInParts(key, facts, file)
          : send(key, facts, file);
    } catch (SdkException e) {
      return trouble.outcome(e);
    }
  }

  @Override
  public URI presign(String key, Duration life) {
    if (life.compareTo(LONGEST_LIFE) > 0 || life.toSeconds() < 1) {
      throw new IllegalArgumentException("a pre-signed URL lives from 1 s to 7 days, not " + life);
    }
    return URI.create(
        s3.presigner()
            .presignGetObject(
                wish ->
                    wish.signatureDuration(life)
                        .getObjectRequest(get -> get.bucket(settings.bucket()).key(key)))
            .url()
            .toString());
  }

  @Override
  public void close() {
    s3.close();
  }

  private boolean isThere(String key, AssetFacts facts) {
    try {
      HeadObjectResponse head = head(key);
      return head.contentLength() == facts.bytes()
          && (facts.sha256().hex().equals(head.metadata().get(DIGEST))
              || checksum(facts).equals(head.checksumSHA256()));
    } catch (S3Exception e) {
      if (e.statusCode() >= 300 && e.statusCode() < 500) {
        // Not there, or not to be asked: a HEAD has no body to say which. The PUT will tell, and a
        // bucket may well take what it does not show.
        return false;
      }
      throw e;
    }
  }

  private HeadObjectResponse head(String key) {
    return s3.client()
        .headObject(
            HeadObjectRequest.builder()
                .bucket(settings.bucket())
                .key(key)
                .checksumMode(ChecksumMode.ENABLED)
                .overrideConfiguration(call -> call.apiCallTimeout(SHORT_CALL))
                .build());
  }

  private StoreOutcome send(String key, AssetFacts facts, Path file) {
    Changed before = FileCheck.changed(file, facts);
    if (before != null) {
      return before;
    }
    try {
      s3.client()
          .putObject(
              PutObjectRequest.builder()
                  .bucket(settings.bucket())
                  .key(key)
                  .contentType(facts.type().mime())
                  .contentLength(facts.bytes())
                  // The server compares what arrives with the digest that was planned.
                  .checksumSHA256(checksum(facts))
                  .metadata(Map.of(DIGEST, facts.sha256().hex()))
                  .build(),
              RequestBody.fromFile(file));
      return new Stored(key, true);
    } catch (SdkException e) {
      Changed meanwhile = trouble.mayBeTheFile(e) ? FileCheck.changed(file, facts) : null;
      return meanwhile != null ? meanwhile : trouble.outcome(e);
    }
  }

  private StoreOutcome sendInParts(String key, AssetFacts facts, Path file) {
    Changed changed = new S3Parts(s3.client(), settings.bucket(), key).send(facts, file);
    return changed == null ? new Stored(key, true) : changed;
  }

  private static String checksum(AssetFacts facts) {
    return Base64.getEncoder().encodeToString(facts.sha256().bytes());
  }

  private static String where(StorageSettings settings) {
    URI endpoint = settings.endpoint();
    return endpoint == null
        ? "s3://" + settings.bucket()
        : endpoint.getScheme() + "://" + endpoint.getAuthority() + "/" + settings.bucket();
  }
}

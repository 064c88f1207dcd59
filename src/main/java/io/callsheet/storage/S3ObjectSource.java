package io.callsheet.storage;

import io.callsheet.job.StorageSettings;
import io.callsheet.storage.ReadOutcome.Opened;
import io.callsheet.storage.ReadOutcome.Refused;
import io.callsheet.storage.ReadOutcome.Unreachable;
import java.io.FilterInputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Reads from Amazon's S3, in whatever region the bucket is, or from any other S3 server. */
public final class S3ObjectSource implements ObjectSource {
  private static final Duration TO_FIRST_BYTE = Duration.ofMinutes(1);

  private final S3Connection s3;

  private S3ObjectSource(S3Connection s3) {
    this.s3 = s3;
  }

  /**
   * Makes no call.
   *
   * @param settings endpoint, region and path style are taken from them, the bucket is not
   * @param keys null for those of the environment
   */
  public static S3ObjectSource open(StorageSettings settings, @Nullable StorageKeys keys) {
    return new S3ObjectSource(S3Connection.openAnywhere(settings, keys));
  }

  @Override
  public ReadOutcome open(String bucket, String key) {
    try {
      ResponseInputStream<GetObjectResponse> object =
          s3.client()
              .getObject(
                  GetObjectRequest.builder()
                      .bucket(bucket)
                      .key(key)
                      .overrideConfiguration(call -> call.apiCallTimeout(TO_FIRST_BYTE))
                      .build());
      return new Opened(new Droppable(object), object.response().contentLength());
    } catch (S3Exception e) {
      return answered(e, bucket);
    } catch (SdkException e) {
      return unanswered(e);
    }
  }

  private static ReadOutcome answered(S3Exception answer, String bucket) {
    String code = answer.awsErrorDetails() == null ? "" : answer.awsErrorDetails().errorCode();
    int status = answer.statusCode();
    if ("NoSuchBucket".equals(code)) {
      return new Refused("is not there: there is no bucket %s".formatted(bucket));
    }
    if (status == 404) {
      return new Refused("is not there: bucket %s has no such object".formatted(bucket));
    }
    if (status == 401 || status == 403) {
      return new Refused(
          "may not be read (%s): the AWS credentials must allow s3:GetObject on bucket %s"
              .formatted(code == null || code.isEmpty() ? status : code, bucket));
    }
    if (status == 408 || status == 429 || status >= 500) {
      return new Unreachable("cannot be read: S3 answered %d".formatted(status));
    }
    return new Refused(
        "cannot be read: S3 answered %d %s; check storage.endpoint and storage.region"
            .formatted(status, code == null ? "" : code));
  }

  private ReadOutcome unanswered(SdkException trouble) {
    return S3Trouble.areMissing(s3.credentials())
        ? new Refused(
            "cannot be read without AWS credentials: set AWS_ACCESS_KEY_ID and"
                + " AWS_SECRET_ACCESS_KEY, or AWS_PROFILE")
        : new Unreachable(
            "cannot be read: S3 does not answer (%s)".formatted(S3Trouble.reason(trouble)));
  }

  @Override
  public void close() {
    s3.close();
  }

  /** The SDK's own stream reads to its end before it closes, however long that is. */
  private static final class Droppable extends FilterInputStream {
    private final ResponseInputStream<GetObjectResponse> object;

    Droppable(ResponseInputStream<GetObjectResponse> object) {
      super(object);
      this.object = object;
    }

    @Override
    public void close() {
      object.abort();
    }
  }
}

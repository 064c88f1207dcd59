package io.callsheet.storage;

import io.callsheet.model.SignedUrls;
import io.callsheet.storage.StoreOutcome.Denied;
import io.callsheet.storage.StoreOutcome.Unreachable;
import java.net.ConnectException;
import java.net.HttpRetryException;
import java.net.UnknownHostException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Tells trouble that passes from trouble that a person must end. */
final class S3Trouble {
  /** Under 400, yet no fault of ours that would stay. */
  private static final Set<String> PASSING = Set.of("RequestTimeout", "IncompleteBody");

  /** The bytes that came are not those that were announced. */
  private static final Set<String> OTHER_BYTES =
      Set.of(
          "BadDigest",
          "InvalidDigest",
          "XAmzContentSHA256Mismatch",
          "XAmzContentChecksumMismatch",
          "IncompleteBody",
          "RequestTimeout");

  private static final int LONGEST = 200;

  private final String where;
  private final AwsCredentialsProvider credentials;

  S3Trouble(String where, AwsCredentialsProvider credentials) {
    this.where = where;
    this.credentials = credentials;
  }

  /** Whether a file that changed while it was sent could be the reason. */
  boolean mayBeTheFile(SdkException trouble) {
    return !(trouble instanceof S3Exception answer) || OTHER_BYTES.contains(code(answer));
  }

  StoreOutcome outcome(SdkException trouble) {
    return trouble instanceof S3Exception answer ? answered(answer) : unanswered(trouble);
  }

  private StoreOutcome answered(S3Exception answer) {
    int status = answer.statusCode();
    String code = code(answer);
    String said = "%s answered %d %s".formatted(where, status, said(answer));
    boolean passing =
        status >= 500
            || status == 408
            || status == 429
            || PASSING.contains(code)
            || OTHER_BYTES.contains(code);
    if (passing) {
      return new Unreachable(said.strip());
    }
    return new Denied(said.strip() + advice(status, code));
  }

  private static String advice(int status, String code) {
    return switch (code) {
      case "NoSuchBucket" -> "; create the bucket, or set storage.bucket";
      case "InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken", "InvalidToken" ->
          "; check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN";
      case "RequestTimeTooSkewed" -> "; set this machine's clock";
      case "PermanentRedirect", "AuthorizationHeaderMalformed" -> "; check storage.region";
      default ->
          status == 401 || status == 403
              ? "; the credentials must allow s3:PutObject and s3:GetObject on this bucket"
              : "; check the storage section of the job file";
    };
  }

  private StoreOutcome unanswered(SdkException trouble) {
    if (among(trouble, HttpRetryException.class) instanceof HttpRetryException refused
        && refused.responseCode() == 401) {
      return new Denied(where + " answered 401" + advice(401, ""));
    }
    if (areMissing(credentials)) {
      return new Denied(
          "No credentials for %s: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE"
              .formatted(where));
    }
    return new Unreachable("%s does not answer: %s".formatted(where, reason(trouble)));
  }

  static boolean areMissing(AwsCredentialsProvider credentials) {
    try {
      return credentials.resolveCredentials() == null;
    } catch (SdkClientException e) {
      return true;
    }
  }

  static String reason(SdkException trouble) {
    if (among(trouble, UnknownHostException.class) != null) {
      return "the host's name cannot be resolved; check storage.endpoint and the network";
    }
    if (among(trouble, ConnectException.class) != null) {
      return "the connection was refused; check storage.endpoint and the network";
    }
    String said = trouble.getMessage();
    return said == null ? "the connection broke" : oneLine(said);
  }

  private static @Nullable Throwable among(Throwable trouble, Class<? extends Throwable> kind) {
    @Nullable Throwable cause = trouble;
    // A chain of causes may be a ring; no honest one is longer than this.
    for (int depth = 0; cause != null && depth < 10; depth++) {
      if (kind.isInstance(cause)) {
        return cause;
      }
      cause = cause.getCause();
    }
    return null;
  }

  private static String code(S3Exception answer) {
    String code = answer.awsErrorDetails() == null ? null : answer.awsErrorDetails().errorCode();
    return code == null ? "" : code;
  }

  private static String said(S3Exception answer) {
    String message =
        answer.awsErrorDetails() == null ? null : answer.awsErrorDetails().errorMessage();
    String code = code(answer);
    return oneLine(message == null || message.equals(code) ? code : code + ": " + message);
  }

  private static String oneLine(String text) {
    String line = SignedUrls.hide(text).replaceAll("[\\p{C}\\p{Z}\\s]+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }
}

package io.callsheet.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Addresses of results: nobody can guess one, and each says itself until when it works, so that
 * none need be remembered.
 */
final class ResultLinks {
  static final String PATH = "/files/";
  private static final Pattern FORM =
      Pattern.compile(PATH + "(\\d{1,18})/([0-9a-f]{64})/([A-Z0-9]{1,64})\\.mp4");

  /** What an address is good for. */
  sealed interface Verdict {
    record Good(String taskId) implements Verdict {}

    record Expired() implements Verdict {}

    record Unknown() implements Verdict {}
  }

  private final URI base;
  private final SecretKeySpec key;
  private final Duration life;

  /**
   * @param base scheme, host and port under which the results are served now
   */
  ResultLinks(URI base, String signingKey, Duration life) {
    this.base = base;
    this.key = new SecretKeySpec(signingKey.getBytes(UTF_8), "HmacSHA256");
    this.life = life;
  }

  URI link(String taskId, Instant now) {
    String expiry = Long.toString(now.plus(life).toEpochMilli());
    return base.resolve(PATH + expiry + "/" + signature(expiry, taskId) + "/" + taskId + ".mp4");
  }

  Verdict check(String path, Instant now) {
    Matcher form = FORM.matcher(path);
    if (!form.matches()) {
      return new Verdict.Unknown();
    }
    byte[] expected = signature(form.group(1), form.group(3)).getBytes(UTF_8);
    if (!MessageDigest.isEqual(expected, form.group(2).getBytes(UTF_8))) {
      return new Verdict.Unknown();
    }
    return now.toEpochMilli() < Long.parseLong(form.group(1))
        ? new Verdict.Good(form.group(3))
        : new Verdict.Expired();
  }

  private String signature(String expiry, String taskId) {
    try {
      Mac mac = Mac.getInstance(key.getAlgorithm());
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal((expiry + "/" + taskId).getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}

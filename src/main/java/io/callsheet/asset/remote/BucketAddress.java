package io.callsheet.asset.remote;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An object of a bucket. The key is taken as it is written: S3 knows no escapes in keys.
 *
 * @param bucket as S3 allows names, so that it cannot pass for anything else in a host's name
 */
record BucketAddress(String bucket, String key) {
  private static final Pattern FORM =
      Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])/(.+)", Pattern.DOTALL);

  static boolean isOne(String reference) {
    return reference.strip().regionMatches(true, 0, "s3://", 0, 5);
  }

  static BucketAddress parse(String reference) throws Refused {
    Matcher parts = FORM.matcher("s3" + reference.strip().substring(2));
    if (!parts.matches()) {
      throw new Refused("names no object; write s3://bucket/key");
    }
    return new BucketAddress(parts.group(1), parts.group(2));
  }
}

package io.callsheet.job;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the section {@code storage}. */
final class StorageReader {

  private static final String SANDBOX_BUCKET = "callsheet";

  /** As S3 says, and the capitals and underscores of older buckets and other stores. */
  private static final Pattern BUCKET =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,61}[A-Za-z0-9]");

  /** Plain parts only: no empty part, and none that begins with a dot. */
  private static final Pattern PREFIX =
      Pattern.compile(
          "/?|/?[A-Za-z0-9_][A-Za-z0-9._-]{0,99}(/[A-Za-z0-9_][A-Za-z0-9._-]{0,99}){0,7}/?");

  private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,40}");

  /** SigV4 allows no more (vidgo-api, Uploads). */
  private static final Duration LONGEST_URL_LIFE = Duration.ofDays(7);

  private StorageReader() {}

  static StorageSettings read(Section storage, boolean sandbox, String jobName) {
    if (sandbox) {
      for (String key : List.of("endpoint", "region", "path-style")) {
        if (storage.has(key)) {
          storage.refuse(key, "cannot be set here: the sandbox brings its own storage; delete it");
        }
      }
    } else if (!storage.has("bucket")) {
      storage.refuse("bucket", "is missing: name the bucket that takes the reference files");
    }
    String prefix =
        storage.read(
            "prefix",
            Forms.matching(PREFIX, "write letters, digits, . _ - with single slashes between"),
            jobName);
    return new StorageSettings(
        storage.read(
            "bucket", Forms.matching(BUCKET, "write the name of a bucket alone"), SANDBOX_BUCKET),
        prefix.replaceAll("^/|/$", ""),
        storage.find("endpoint", PlaceForms::address),
        storage.find("region", Forms.matching(REGION, "write a region such as eu-central-1")),
        storage.read("path-style", Forms.flag(), storage.has("endpoint")),
        storage.read(
            "url-life",
            TimeForms.duration(TimeForms.SHORTEST, LONGEST_URL_LIFE),
            Duration.ofHours(24)));
  }
}

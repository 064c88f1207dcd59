package io.callsheet.storage;

import io.callsheet.job.StorageSettings;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The SDK's objects for one bucket, set up so that any S3 server understands them. */
record S3Connection(
    S3Client client, S3Presigner presigner, SdkHttpClient http, AwsCredentialsProvider credentials)
    implements AutoCloseable {
  /** 100 MB, the largest reference file (vidgo-api, Submit), at 1.5 Mbit/s. */
  private static final Duration WHOLE_CALL = Duration.ofMinutes(10);

  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final Duration CONNECT = Duration.ofSeconds(10);

  static S3Connection open(StorageSettings settings, @Nullable StorageKeys keys) {
    return open(settings, keys, region(settings), false);
  }

  /** For buckets of any region: asked in a wrong one, Amazon's S3 names the right one. */
  static S3Connection openAnywhere(StorageSettings settings, @Nullable StorageKeys keys) {
    Region region;
    try {
      region = region(settings);
    } catch (IllegalArgumentException e) {
      region = Region.US_EAST_1;
    }
    return open(settings, keys, region, settings.endpoint() == null);
  }

  private static S3Connection open(
      StorageSettings settings, @Nullable StorageKeys keys, Region region, boolean anyRegion) {
    AwsCredentialsProvider credentials = credentials(keys);
    // Trailing checksums and chunk signatures are what servers other than Amazon's differ in most.
    S3Configuration plain =
        S3Configuration.builder()
            .pathStyleAccessEnabled(settings.pathStyle())
            .chunkedEncodingEnabled(false)
            .build();
    SdkHttpClient http =
        UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(SILENCE).build();
    URI endpoint = settings.endpoint();
    var client =
        S3Client.builder()
            .region(region)
            .credentialsProvider(credentials)
            .httpClient(http)
            .crossRegionAccessEnabled(anyRegion)
            .serviceConfiguration(plain)
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .overrideConfiguration(
                calls -> calls.retryStrategy(RetryMode.STANDARD).apiCallTimeout(WHOLE_CALL));
    var presigner =
        S3Presigner.builder()
            .region(region)
            .credentialsProvider(credentials)
            .serviceConfiguration(plain);
    if (endpoint != null) {
      client.endpointOverride(endpoint);
      presigner.endpointOverride(endpoint);
    }
    return new S3Connection(client.build(), presigner.build(), http, credentials);
  }

  @Override
  public void close() {
    presigner.close();
    client.close();
    http.close();
  }

  private static AwsCredentialsProvider credentials(@Nullable StorageKeys keys) {
    return keys == null
        ? DefaultCredentialsProvider.builder().build()
        : StaticCredentialsProvider.create(
            AwsBasicCredentials.create(keys.accessKey(), keys.secretKey()));
  }

  private static Region region(StorageSettings settings) {
    if (settings.region() != null) {
      return Region.of(settings.region());
    }
    if (settings.endpoint() != null) {
      // Servers other than Amazon's have no regions, but the signature needs the name of one.
      return Region.US_EAST_1;
    }
    try {
      return DefaultAwsRegionProviderChain.builder().build().getRegion();
    } catch (SdkClientException e) {
      throw new IllegalArgumentException(
          "The region of bucket %s is not known: set storage.region in the job file, or AWS_REGION"
              .formatted(settings.bucket()),
          e);
    }
  }
}

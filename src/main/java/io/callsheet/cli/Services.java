package io.callsheet.cli;

import io.callsheet.job.Job;
import io.callsheet.job.ProviderSettings;
import io.callsheet.job.StorageSettings;
import io.callsheet.pipeline.Edges;
import io.callsheet.provider.vidgo.VidgoClient;
import io.callsheet.provider.vidgo.VidgoTimeouts;
import io.callsheet.sandbox.Sandbox;
import io.callsheet.storage.ObjectSource;
import io.callsheet.storage.S3ObjectSource;
import io.callsheet.storage.S3ObjectStore;
import io.callsheet.storage.StorageKeys;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The service and the bucket of a job; for provider {@code sandbox}, started in this process. */
final class Services implements AutoCloseable {
  private final VidgoClient client;
  private final S3ObjectStore store;
  private final @Nullable Sandbox sandbox;

  private Services(VidgoClient client, S3ObjectStore store, @Nullable Sandbox sandbox) {
    this.client = client;
    this.store = store;
    this.sandbox = sandbox;
  }

  /** Reads from the sandbox's buckets; null where there is no sandbox. */
  @Nullable ObjectSource sandboxObjects(Job job) {
    return sandbox == null ? null : S3ObjectSource.open(storage(sandbox, job), keys(sandbox));
  }

  static Services open(Workplace workplace, Job job) {
    return job.provider().isSandbox() ? sandboxed(workplace, job) : real(workplace, job);
  }

  private static Services real(Workplace workplace, Job job) {
    ProviderSettings provider = job.provider();
    String key =
        workplace
            .variable("CALLSHEET_API_KEY")
            .orElseThrow(
                () ->
                    UserError.refused(
                        "no key for provider vidgo: set the environment variable"
                            + " CALLSHEET_API_KEY"));
    try {
      URI address = Objects.requireNonNull(provider.baseUrl());
      return new Services(
          client(address, key, provider, workplace), S3ObjectStore.open(job.storage(), null), null);
    } catch (IllegalArgumentException e) {
      throw UserError.refused(job.file() + ": " + e.getMessage());
    }
  }

  private static Services sandboxed(Workplace workplace, Job job) {
    Sandbox sandbox;
    try {
      sandbox = Sandbox.start(workplace.home().sandbox(), job.sandbox(), 0, workplace.clock());
    } catch (IOException e) {
      throw UserError.refused("the sandbox cannot start: " + e.getMessage());
    }
    return new Services(
        client(sandbox.vidgoUrl(), sandbox.apiKey(), job.provider(), workplace),
        S3ObjectStore.open(storage(sandbox, job), keys(sandbox)),
        sandbox);
  }

  static StorageSettings storage(Sandbox sandbox, Job job) {
    return new StorageSettings(
        sandbox.bucket(),
        job.storage().prefix(),
        sandbox.s3Url(),
        "us-east-1",
        true,
        job.storage().urlLife());
  }

  static StorageKeys keys(Sandbox sandbox) {
    return new StorageKeys(sandbox.accessKey(), sandbox.secretKey());
  }

  private static VidgoClient client(
      URI address, String key, ProviderSettings provider, Workplace workplace) {
    return new VidgoClient(
        address, key, provider.model(), VidgoTimeouts.DEFAULT, workplace.clock());
  }

  /** What the first upload would wait for; uploads do without when it fails. */
  void warmUp() {
    store.warmUp();
  }

  Edges edges() {
    return new Edges(client, store);
  }

  @Override
  public void close() {
    client.close();
    store.close();
    if (sandbox != null) {
      sandbox.close();
    }
  }
}

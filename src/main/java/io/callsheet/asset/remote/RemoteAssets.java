package io.callsheet.asset.remote;

import io.callsheet.asset.MediaLimits;
import io.callsheet.asset.RemoteFiles;
import io.callsheet.asset.Resolved;
import io.callsheet.model.AssetRole;
import io.callsheet.storage.ObjectSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** Fetches {@code https://} and {@code s3://} references, each whole or not at all. */
public final class RemoteAssets implements RemoteFiles, AutoCloseable {
  private final FetchedFiles files;
  private final FetchLimits limits;
  private final Patience patience;
  private final Watch watch;
  private final WebClient client;
  private final WebFetch web;
  private final BucketFetch buckets;

  RemoteAssets(
      FetchedFiles files,
      FetchLimits limits,
      Patience patience,
      boolean allowHttp,
      HostNames names,
      SSLContext trust,
      Supplier<ObjectSource> objects) {
    this.files = files;
    this.limits = limits;
    this.patience = patience;
    this.watch = new Watch(limits.whole(), patience);
    this.client = new WebClient(names, trust, limits);
    this.web = new WebFetch(client, watch, allowHttp);
    this.buckets = new BucketFetch(objects, watch);
  }

  /**
   * Fetches from the public internet, and from buckets.
   *
   * @param allowHttp whether plain {@code http://} may be fetched too
   * @param objects asked for at the first {@code s3://} reference
   */
  public static RemoteAssets open(
      FetchedFiles files, Patience patience, boolean allowHttp, Supplier<ObjectSource> objects) {
    return new RemoteAssets(
        files,
        FetchLimits.DEFAULT,
        patience,
        allowHttp,
        HostNames::onTheInternet,
        usualTrust(),
        objects);
  }

  private static SSLContext usualTrust() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has TLS", e);
    }
  }

  @Override
  public boolean takes(String reference) {
    return WebAddress.isOne(reference) || BucketAddress.isOne(reference);
  }

  @Override
  public Resolved fetch(String reference, AssetRole role) throws InterruptedException {
    Duration rest = limits.rest();
    for (int tried = 1; ; tried++) {
      if (patience.isOver()) {
        return new Resolved.Unknown("");
      }
      try {
        return new Resolved.Fetched(bring(reference, MediaLimits.mostBytes(role)));
      } catch (Refused e) {
        return Resolved.unusable(reference, e.problem());
      } catch (Passing e) {
        if (patience.isOver()) {
          return new Resolved.Unknown("");
        }
        if (tried == limits.tries()) {
          return Resolved.unusable(
              reference,
              "%s (tried %d times); check the address, or try again later"
                  .formatted(e.problem(), tried));
        }
      } catch (IOException e) {
        return new Resolved.Unknown(String.valueOf(e.getMessage()));
      }
      if (!patience.rest(rest)) {
        return new Resolved.Unknown("");
      }
      rest = rest.multipliedBy(4);
    }
  }

  private Path bring(String reference, long most) throws IOException {
    Path part = files.fresh();
    try {
      if (BucketAddress.isOne(reference)) {
        buckets.fetch(BucketAddress.parse(reference), most, part);
      } else {
        web.fetch(WebAddress.parse(reference), most, part);
      }
      return files.keep(part);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  @Override
  public void close() {
    client.close();
    watch.close();
  }
}

package io.callsheet.testing;

import io.callsheet.model.AssetFacts;
import io.callsheet.storage.ObjectStore;
import io.callsheet.storage.StoreOutcome;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A store that keeps nothing but the list of what it was given. */
public final class RecordingStore implements ObjectStore {
  public final List<String> puts = new CopyOnWriteArrayList<>();

  /** What becomes of a file; it is stored unless a test says otherwise. */
  public volatile Function<Path, StoreOutcome> putting =
      file -> new StoreOutcome.Stored(file.toString(), true);

  /** Runs just before a URL is made, which is between a row's intent and its POST. */
  public volatile Runnable presigning = () -> {};

  @Override
  public String key(AssetFacts facts) {
    return facts.sha256().hex() + "." + facts.type().extension();
  }

  @Override
  public String identity() {
    return "https://bucket.test";
  }

  @Override
  public StoreOutcome put(AssetFacts facts, Path file) {
    puts.add(file.toString());
    return putting.apply(file);
  }

  @Override
  public URI presign(String key, Duration life) {
    presigning.run();
    return URI.create("https://bucket.test/" + key);
  }

  @Override
  public void close() {}
}

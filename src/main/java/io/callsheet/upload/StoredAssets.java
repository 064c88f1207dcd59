package io.callsheet.upload;

import io.callsheet.model.AssetFacts;
import io.callsheet.model.Sha256;
import io.callsheet.storage.ObjectStore;
import io.callsheet.storage.StoreOutcome;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Remembers what this execution has stored: M characters and N performances make M + N uploads. */
public final class StoredAssets {
  private final ObjectStore store;
  private final ConcurrentHashMap<Sha256, Asset> assets = new ConcurrentHashMap<>();

  public StoredAssets(ObjectStore store) {
    this.store = store;
  }

  /**
   * Whoever comes while another thread stores the same bytes waits, and shares what comes of it.
   */
  StoreOutcome put(AssetFacts facts, Path file) {
    return assets.computeIfAbsent(facts.sha256(), bytes -> new Asset()).put(facts, file);
  }

  private final class Asset {
    private final ReentrantLock lock = new ReentrantLock();
    private StoreOutcome.@Nullable Stored stored;

    /** What is not stored is tried again by whoever comes next: its file may be another one. */
    StoreOutcome put(AssetFacts facts, Path file) {
      lock.lock();
      try {
        if (stored != null) {
          return stored;
        }
        StoreOutcome outcome = store.put(facts, file);
        stored = outcome instanceof StoreOutcome.Stored done ? done : null;
        return outcome;
      } finally {
        lock.unlock();
      }
    }
  }
}

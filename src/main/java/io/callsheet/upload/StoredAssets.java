package io.callsheet.upload;

import io.callsheet.model.AssetFacts;
import io.callsheet.model.Sha256;
import io.callsheet.storage.ObjectStore;
import io.callsheet.storage.StoreOutcome;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers what this execution has stored: M characters and N performances make M + N uploads. */
public final class StoredAssets {
  private final ObjectStore store;
  private final ConcurrentHashMap<Sha256, StoreOutcome.Stored> known = new ConcurrentHashMap<>();

  public StoredAssets(ObjectStore store) {
    this.store = store;
  }

  StoreOutcome put(AssetFacts facts, Path file) {
    StoreOutcome.Stored before = known.get(facts.sha256());
    if (before != null) {
      return before;
    }
    StoreOutcome outcome = store.put(facts, file);
    if (outcome instanceof StoreOutcome.Stored stored) {
      known.put(facts.sha256(), stored);
    }
    return outcome;
  }
}

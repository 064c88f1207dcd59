package io.callsheet.submit;

import io.callsheet.model.AssetFacts;
import io.callsheet.storage.ObjectStore;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pre-signed addresses of assets. A signature costs more than the rest of a request, and an asset
 * is in many rows: one is used again for a twentieth of its life.
 */
final class SignedAddresses {
  private static final int MOST = 5_000;

  private final ObjectStore store;
  private final Duration life;
  private final InstantSource clock;
  private final Map<String, Signed> known = new LinkedHashMap<>();

  /**
   * @param life of a signature; an address that is handed out has at least 95 % of it left
   */
  SignedAddresses(ObjectStore store, Duration life, InstantSource clock) {
    this.store = store;
    this.life = life;
    this.clock = clock;
  }

  URI of(AssetFacts asset) {
    String key = store.key(asset);
    Instant now = clock.instant();
    Signed before = find(key);
    if (before != null && before.isFresh(now, life)) {
      return before.address();
    }
    URI address = store.presign(key, life);
    keep(key, new Signed(address, now));
    return address;
  }

  private synchronized @Nullable Signed find(String key) {
    return known.get(key);
  }

  private synchronized void keep(String key, Signed signed) {
    known.remove(key);
    known.put(key, signed);
    if (known.size() > MOST) {
      known.remove(known.keySet().iterator().next());
    }
  }

  private record Signed(URI address, Instant at) {
    /** A clock that was set back says nothing about what is left of a life. */
    boolean isFresh(Instant now, Duration life) {
      Duration age = Duration.between(at, now);
      return !age.isNegative() && age.multipliedBy(20).compareTo(life) < 0;
    }
  }
}

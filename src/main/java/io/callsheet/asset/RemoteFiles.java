package io.callsheet.asset;

import io.callsheet.model.AssetRole;

/** Brings files here that are not under the asset folder. May be used from many threads. */
public interface RemoteFiles {
  /** Whether a reference is an address of such a file, and not a path. */
  boolean takes(String reference);

  /** Waits until the file is here, or until it is known why it cannot be. */
  Resolved fetch(String reference, AssetRole role) throws InterruptedException;
}

package io.callsheet.testing;

import io.callsheet.asset.RemoteFiles;
import io.callsheet.asset.Resolved;
import io.callsheet.model.AssetRole;

/** No reference is from elsewhere. */
public enum Nowhere implements RemoteFiles {
  ELSE;

  @Override
  public boolean takes(String reference) {
    return false;
  }

  @Override
  public Resolved fetch(String reference, AssetRole role) {
    throw new AssertionError("nothing is fetched");
  }
}

package io.callsheet.storage;

/** Credentials that take the place of the environment's, as the sandbox brings its own. */
public record StorageKeys(String accessKey, String secretKey) {
  /** Without the secret. */
  @Override
  public String toString() {
    return "StorageKeys[" + accessKey + "]";
  }
}

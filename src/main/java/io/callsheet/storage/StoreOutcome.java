package io.callsheet.storage;

/** How storing a file ended. */
public sealed interface StoreOutcome {
  /**
   * The object is there and whole.
   *
   * @param uploaded false if it was there before
   */
  record Stored(String key, boolean uploaded) implements StoreOutcome {}

  /** The file on disk is no longer what was planned. */
  record Changed(String message) implements StoreOutcome {}

  /** Worth another try: the connection, a server error, throttling. */
  record Unreachable(String message) implements StoreOutcome {}

  /** Credentials, permission, or no such bucket: a person must act. */
  record Denied(String message) implements StoreOutcome {}
}

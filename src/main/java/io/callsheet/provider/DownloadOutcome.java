package io.callsheet.provider;

/** How fetching a result file ended. */
public sealed interface DownloadOutcome {
  /**
   * All bytes that were announced have arrived.
   *
   * @param bytes size of the file
   */
  record Fetched(long bytes) implements DownloadOutcome {}

  /** 403, 404 or 410: the URL no longer serves the file; a fresh one may. */
  record Gone(int http, String message) implements DownloadOutcome {}

  /** Worth another try: the connection, a server error, fewer bytes than announced. */
  record Broken(int http, String message) implements DownloadOutcome {}

  /** The URL leads where we do not go (promise 13), or the file is larger than we take. */
  record Forbidden(String message) implements DownloadOutcome {}

  /** This machine could not keep the bytes: disk full, no permission. */
  record NoRoom(String message) implements DownloadOutcome {}
}

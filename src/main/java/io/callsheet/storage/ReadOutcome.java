package io.callsheet.storage;

import java.io.InputStream;

/** How reading an object began. Messages begin with a verb and leave its name to the caller. */
public sealed interface ReadOutcome {
  /**
   * The object, still to be read. Closing it early drops the connection and loads no more.
   *
   * @param bytes size of the object
   */
  record Opened(InputStream body, long bytes) implements ReadOutcome {}

  /** There is no such object, or it may not be read. */
  record Refused(String message) implements ReadOutcome {}

  /** Worth another try: the connection, a server error, throttling. */
  record Unreachable(String message) implements ReadOutcome {}
}

package io.callsheet.provider.vidgo;

import java.net.http.HttpHeaders;

/**
 * An answer as it came in.
 *
 * @param text of the body, as far as it was taken and as far as it came
 */
record Reply(int status, HttpHeaders headers, String text) {
  boolean successful() {
    return status >= 200 && status < 300;
  }
}

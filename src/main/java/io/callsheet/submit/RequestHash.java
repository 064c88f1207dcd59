package io.callsheet.submit;

import io.callsheet.ledger.SubmitRow;
import io.callsheet.model.Sha256;
import java.nio.charset.StandardCharsets;

/** Names what was asked for, without the URLs, which differ each time. */
final class RequestHash {
  private RequestHash() {}

  static Sha256 of(SubmitRow row, SubmitSettings settings) {
    String text =
        String.join(
            "\n",
            settings.origin(),
            settings.model(),
            row.image().sha256().hex(),
            row.video().sha256().hex(),
            row.orientation().word(),
            row.resolution().word(),
            row.prompt() == null ? "" : row.prompt());
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }
}

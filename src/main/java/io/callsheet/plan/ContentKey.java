package io.callsheet.plan;

import io.callsheet.ledger.UnplannedRow;
import io.callsheet.model.AssetFacts;
import io.callsheet.model.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * What makes two renders the same: the service, both files, and every setting that the picture
 * depends on.
 */
final class ContentKey {
  private final String service;

  ContentKey(String provider, String origin, String model) {
    this.service = provider + "\n" + origin + "\n" + model + "\n";
  }

  Sha256 of(UnplannedRow row, AssetFacts image, AssetFacts video) {
    String text =
        service
            + image.sha256().hex()
            + "\n"
            + video.sha256().hex()
            + "\n"
            + row.orientation().word()
            + "\n"
            + row.resolution().word()
            + "\n"
            + (row.prompt() == null ? "" : row.prompt());
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }
}

package io.callsheet.ledger;

import io.callsheet.model.FailureClass;
import org.jspecify.annotations.Nullable;

/**
 * An asset whose rows are held.
 *
 * @param ref what the manifest calls it in one of the rows that failed
 * @param partners different assets that it failed with
 * @param failure of that row
 * @param message what the service said of that row
 * @param rows that are held with it
 */
public record Quarantined(
    Asset asset,
    String ref,
    long partners,
    FailureClass failure,
    @Nullable String message,
    long rows) {

  /** Why its rows are held: half a sentence for a person. */
  public String why() {
    return "%s failed with %d different %ss (%s%s)"
        .formatted(
            ref,
            partners,
            switch (asset.role()) {
              case CHARACTER -> "performance";
              case PERFORMANCE -> "character";
            },
            failure.word(),
            message == null ? "" : ": " + message);
  }
}

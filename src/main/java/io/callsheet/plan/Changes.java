package io.callsheet.plan;

import io.callsheet.ledger.PreviousRender;
import io.callsheet.ledger.PreviousRender.Service;
import io.callsheet.ledger.UnplannedRow;
import io.callsheet.model.AssetFacts;
import io.callsheet.model.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why a row is another render than the last one that was delivered for it. */
final class Changes {
  static final String NO_EARLIER = "no earlier render";

  private final Service service;

  /**
   * @param service that is to render now
   */
  Changes(Service service) {
    this.service = service;
  }

  String since(PreviousRender before, UnplannedRow row) {
    List<String> changes = new ArrayList<>();
    note(changes, isOther(before.image(), row.image()), "image bytes changed");
    note(changes, isOther(before.video(), row.video()), "video bytes changed");
    note(changes, !text(before.prompt()).equals(text(row.prompt())), "prompt changed");
    note(changes, before.orientation() != row.orientation(), "orientation changed");
    note(changes, before.resolution() != row.resolution(), "resolution changed");
    Service then = before.service();
    if (then != null) {
      note(changes, !then.provider().equals(service.provider()), "provider changed");
      note(changes, !then.model().equals(service.model()), "model changed");
      boolean moved =
          then.provider().equals(service.provider()) && !then.origin().equals(service.origin());
      note(changes, moved, "base-url changed");
    }
    if (changes.isEmpty()) {
      return then == null ? "provider or model changed" : NO_EARLIER;
    }
    return String.join(", ", changes);
  }

  private static void note(List<String> changes, boolean changed, String what) {
    if (changed) {
      changes.add(what);
    }
  }

  private static boolean isOther(@Nullable Sha256 before, @Nullable AssetFacts now) {
    return now == null || !Objects.equals(before, now.sha256());
  }

  /** No prompt and an empty one are the same render. */
  private static String text(@Nullable String prompt) {
    return prompt == null ? "" : prompt;
  }
}

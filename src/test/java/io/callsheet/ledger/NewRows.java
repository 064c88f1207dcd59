package io.callsheet.ledger;

import io.callsheet.model.Orientation;
import io.callsheet.model.Problem;
import io.callsheet.model.Resolution;
import io.callsheet.model.RowKey;
import java.util.List;

/** Lines of a manifest, as the import sees them. All share two assets. */
final class NewRows {

  private NewRows() {}

  static NewRow good(long no) {
    return of(no, "hero.png", "dance.mp4", Long.MAX_VALUE);
  }

  static NewRow urgent(long no, long priority) {
    return of(no, "hero.png", "dance.mp4", priority);
  }

  static NewRow using(long no, String character, String performance) {
    return of(no, character, performance, Long.MAX_VALUE);
  }

  static NewRow bad(long no, String problem) {
    return bad(no, List.of(Problem.of(no + 1, "", "", problem, "")));
  }

  static NewRow bad(long no, List<Problem> problems) {
    return new NewRow(
        no,
        no + 1,
        new RowKey("row-" + no),
        List.of("", ""),
        null,
        null,
        null,
        null,
        null,
        "",
        "",
        Long.MAX_VALUE,
        false,
        problems,
        0);
  }

  private static NewRow of(long no, String character, String performance, long priority) {
    return new NewRow(
        no,
        no + 1,
        new RowKey("row-" + no),
        List.of(character, performance),
        character,
        performance,
        "waves",
        Orientation.VIDEO,
        Resolution.P720,
        "Acme",
        "summer",
        priority,
        false,
        List.of(),
        0);
  }
}

package io.callsheet.plan;

import io.callsheet.ledger.EarlierRender;

/** Whether some content has been rendered before. */
public sealed interface Earlier {
  /** It has, and the video may be delivered again. */
  record Usable(EarlierRender render) implements Earlier {}

  /**
   * It has, and is not used.
   *
   * @param why half a sentence for the plan
   */
  record Barred(String why) implements Earlier {}

  /** Not that we know. */
  record None() implements Earlier {}
}

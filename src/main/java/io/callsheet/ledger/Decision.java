package io.callsheet.ledger;

import io.callsheet.model.Credits;
import io.callsheet.model.NotRun;
import io.callsheet.model.Sha256;
import java.time.Duration;

/** What the plan decides for one row. */
public sealed interface Decision {
  long rowNo();

  /**
   * @param expected length of the performance
   * @param content what makes two renders the same
   * @param video name below {@code videos/}
   */
  record Render(long rowNo, Duration expected, Credits estimate, Sha256 content, String video)
      implements Decision {}

  record Reject(long rowNo, String problem) implements Decision {}

  /** Priced as well, so that the plan can say what it would have cost. */
  record LeaveOut(long rowNo, NotRun why, Duration expected, Credits estimate)
      implements Decision {}
}

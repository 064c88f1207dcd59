package io.callsheet.ledger;

import io.callsheet.model.Credits;
import io.callsheet.model.NotRun;
import io.callsheet.model.Problem;
import io.callsheet.model.Sha256;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the plan decides for one row. */
public sealed interface Decision {
  long rowNo();

  /** What makes its render the same as another one; empty for rows that get none. */
  default Optional<Sha256> makes() {
    if (this instanceof Render render) {
      return Optional.of(render.content());
    }
    if (this instanceof Reuse reuse) {
      return Optional.of(reuse.content());
    }
    return this instanceof Follow follow ? Optional.of(follow.content()) : Optional.empty();
  }

  /**
   * @param expected length of the performance
   * @param content what makes two renders the same
   * @param video name below {@code videos/}
   * @param reason why it is not delivered from what exists: {@code prompt changed}
   */
  record Render(
      long rowNo, Duration expected, Credits estimate, Sha256 content, String video, String reason)
      implements Decision {}

  /**
   * The same render exists already: its file is delivered again, and nothing is paid.
   *
   * @param earlier where it is
   */
  record Reuse(long rowNo, Duration expected, Sha256 content, String video, EarlierRender earlier)
      implements Decision {}

  /**
   * The same as another row of this run: it waits for that one and takes what it gets.
   *
   * @param leader number of the first such row
   */
  record Follow(long rowNo, Duration expected, Sha256 content, String video, long leader)
      implements Decision {}

  /**
   * @param problems at least one
   */
  record Reject(long rowNo, List<Problem> problems) implements Decision {
    public Reject {
      problems = List.copyOf(problems);
    }
  }

  /** Priced as well, so that the plan can say what it would have cost. */
  record LeaveOut(long rowNo, NotRun why, Duration expected, Credits estimate)
      implements Decision {}
}

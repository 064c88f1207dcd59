package io.callsheet.plan;

import io.callsheet.ledger.Decision;
import io.callsheet.ledger.EarlierRender;
import io.callsheet.ledger.PlanBook;
import io.callsheet.ledger.UnplannedRow;
import io.callsheet.model.AssetFacts;
import io.callsheet.model.Credits;
import io.callsheet.model.NotRun;
import io.callsheet.model.Problem;
import io.callsheet.model.Rate;
import io.callsheet.model.Rounding;
import io.callsheet.model.Sha256;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Decides row by row, in the order of the plan. The first row that does not fit under the cap cuts
 * the line: all after it are left out as well, so that what is rendered is always the most urgent
 * part.
 */
public final class Planner {
  private final Rate rate;
  private final Rounding rounding;
  private final Credits cap;
  private final Selection selection;
  private final ContentKey content;
  private final VideoName names;
  private final History history;
  private final Map<Sha256, Long> leaders = new HashMap<>();
  private Credits planned;
  private long chosen;
  private boolean cut;

  /**
   * @param history what is known of the same content from other rows
   * @param progress how far an earlier execution came
   */
  public Planner(
      PlanRules rules,
      Selection selection,
      VideoName names,
      History history,
      PlanBook.Progress progress) {
    this.rate = rules.rate();
    this.rounding = rules.rounding();
    this.cap = rules.cap();
    this.content = new ContentKey(rules.provider(), rules.origin(), rules.model());
    this.selection = selection;
    this.names = names;
    this.history = history;
    this.planned = progress.committed();
    this.chosen = progress.chosen();
    this.cut = progress.cut();
  }

  public Decision decide(UnplannedRow row) {
    boolean selected = selection.names(row.no(), row.key()) && chosen < selection.limit();
    AssetFacts image = row.image();
    AssetFacts video = row.video();
    List<Problem> problems = RowProblems.of(row);
    if (selected && (!problems.isEmpty() || image == null || video == null)) {
      return new Decision.Reject(row.no(), problems);
    }
    if (video == null || image == null || !selected) {
      return leaveOut(row, NotRun.NOT_SELECTED);
    }
    return forContent(row, content.of(row, image, video), video);
  }

  private Decision forContent(UnplannedRow row, Sha256 key, AssetFacts video) {
    String name = names.of(row.key().value(), row.cells());
    Optional<EarlierRender> earlier = history.render(key);
    if (earlier.isPresent()) {
      chosen++;
      return new Decision.Reuse(row.no(), video.length(), key, name, earlier.get());
    }
    if (history.isDoubtful(key)) {
      return leaveOut(row, NotRun.DOUBT_ELSEWHERE);
    }
    chosen++;
    OptionalLong leader = leader(key);
    if (leader.isPresent()) {
      return new Decision.Follow(row.no(), video.length(), key, name, leader.getAsLong());
    }
    Credits estimate = rate.price(video.length(), row.resolution(), rounding);
    if (cut || planned.plus(estimate).compareTo(cap) > 0) {
      cut = true;
      return leaveOut(row, NotRun.OVER_CAP);
    }
    planned = planned.plus(estimate);
    leaders.put(key, row.no());
    return new Decision.Render(row.no(), video.length(), estimate, key, name);
  }

  private OptionalLong leader(Sha256 key) {
    Long unwritten = leaders.get(key);
    return unwritten != null ? OptionalLong.of(unwritten) : history.leader(key);
  }

  /** What was decided so far is in the ledger: history knows it from now on. */
  public void written() {
    leaders.clear();
  }

  private Decision leaveOut(UnplannedRow row, NotRun why) {
    AssetFacts video = row.video();
    return video == null
        ? new Decision.LeaveOut(row.no(), why, Duration.ZERO, Credits.ZERO)
        : new Decision.LeaveOut(
            row.no(), why, video.length(), rate.price(video.length(), row.resolution(), rounding));
  }
}

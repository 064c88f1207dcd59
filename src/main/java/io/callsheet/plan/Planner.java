package io.callsheet.plan;

import io.callsheet.ledger.Decision;
import io.callsheet.ledger.PlanBook;
import io.callsheet.ledger.PreviousRender.Service;
import io.callsheet.ledger.UnplannedRow;
import io.callsheet.model.Anew;
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
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * Decides row by row, in the order of the plan. The first row that does not fit under the cap cuts
 * the line: all after it are left out as well, so that what is rendered is always the most urgent
 * part.
 */
public final class Planner {
  private final Rate rate;
  private final Rounding rounding;
  private final Credits cap;
  private final Predicate<UnplannedRow> selected;
  private final long limit;
  private final ContentKey content;
  private final VideoName names;
  private final Changes changes;
  private final History history;
  private final Map<Sha256, Long> leaders = new HashMap<>();
  private LookAhead ahead = LookAhead.NOTHING;
  private Credits planned;
  private long chosen;
  private boolean cut;

  /**
   * @param selected which rows the run is about, but for the limit
   * @param limit at most so many of them
   * @param history what is known of the same content from other rows
   * @param progress how far an earlier execution came
   */
  public Planner(
      PlanRules rules,
      Predicate<UnplannedRow> selected,
      long limit,
      VideoName names,
      History history,
      PlanBook.Progress progress) {
    this.rate = rules.rate();
    this.rounding = rules.rounding();
    this.cap = rules.cap();
    this.content = new ContentKey(rules.provider(), rules.origin(), rules.model());
    this.changes = new Changes(new Service(rules.provider(), rules.origin(), rules.model()));
    this.selected = selected;
    this.limit = limit;
    this.names = names;
    this.history = history;
    this.planned = progress.committed();
    this.chosen = progress.chosen();
    this.cut = progress.cut();
  }

  /** Asks what is known of the next rows: one look for all of them costs less than one for each. */
  public void lookAhead(List<UnplannedRow> rows) {
    ahead = LookAhead.at(rows.stream().filter(selected).toList(), content, history);
  }

  public Decision decide(UnplannedRow row) {
    boolean isSelected = chosen < limit && selected.test(row);
    AssetFacts image = row.image();
    AssetFacts video = row.video();
    List<Problem> problems = RowProblems.of(row);
    if (isSelected && (!problems.isEmpty() || image == null || video == null)) {
      return new Decision.Reject(row.no(), problems);
    }
    if (video == null || image == null || !isSelected) {
      return leaveOut(row, NotRun.NOT_SELECTED);
    }
    if (!ahead.contents().containsKey(row.no())) {
      lookAhead(List.of(row));
    }
    Sha256 key = Objects.requireNonNull(ahead.contents().get(row.no()));
    return forContent(row, key, image, video);
  }

  private Decision forContent(UnplannedRow row, Sha256 key, AssetFacts image, AssetFacts video) {
    boolean known = ahead.known().contains(key);
    Earlier earlier = known ? history.render(key) : new Earlier.None();
    String name = names.of(row.key().value(), row.cells());
    if (row.anew() == null && earlier instanceof Earlier.Usable usable) {
      chosen++;
      return new Decision.Reuse(row.no(), video.length(), key, name, usable.render());
    }
    if (known && history.isDoubtful(key)) {
      return leaveOut(row, NotRun.DOUBT_ELSEWHERE);
    }
    if (history.isHeld(image, video)) {
      return leaveOut(row, NotRun.HELD);
    }
    chosen++;
    OptionalLong leader = leader(key, known);
    if (row.anew() == null && leader.isPresent()) {
      return new Decision.Follow(row.no(), video.length(), key, name, leader.getAsLong());
    }
    Credits estimate = rate.price(video.length(), row.resolution(), rounding);
    if (cut || planned.plus(estimate).compareTo(cap) > 0) {
      cut = true;
      return leaveOut(row, NotRun.OVER_CAP);
    }
    planned = planned.plus(estimate);
    leaders.putIfAbsent(key, row.no());
    String why = why(row, earlier, leader.isPresent());
    return new Decision.Render(row.no(), video.length(), estimate, key, name, why);
  }

  private String why(UnplannedRow row, Earlier earlier, boolean twin) {
    Anew anew = row.anew();
    if (anew != null && (twin || anew == Anew.FORCE || !(earlier instanceof Earlier.None))) {
      return anew.meaning();
    }
    if (earlier instanceof Earlier.Barred barred) {
      return barred.why();
    }
    return !ahead.delivered().contains(row.no())
        ? Changes.NO_EARLIER
        : history.previous(row).map(b -> changes.since(b, row)).orElse(Changes.NO_EARLIER);
  }

  private OptionalLong leader(Sha256 key, boolean known) {
    Long unwritten = leaders.get(key);
    if (unwritten != null) {
      return OptionalLong.of(unwritten);
    }
    return known ? history.leader(key) : OptionalLong.empty();
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

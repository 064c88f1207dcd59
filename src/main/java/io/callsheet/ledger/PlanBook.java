package io.callsheet.ledger;

import io.callsheet.model.Credits;
import io.callsheet.model.NotRun;
import io.callsheet.model.PlanAction;
import io.callsheet.model.Problem;
import io.callsheet.model.RowState;
import io.callsheet.model.RunId;
import io.callsheet.model.Sha256;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What {@code planRows} and the gate read and write. */
public final class PlanBook {
  private static final String TOTALS =
      """
      SELECT COALESCE(action, '') AS action, COUNT(*) AS n,
        COALESCE(SUM(estimate), 0) AS credits, COALESCE(SUM(expected_ms), 0) AS ms
      FROM run_row WHERE run_id = :run GROUP BY COALESCE(action, '')
      """;
  private static final String PROGRESS =
      """
      SELECT r.charged + r.reserved AS booked,
        (SELECT COALESCE(SUM(w.estimate), 0) FROM run_row w
          WHERE w.run_id = r.id AND w.state IN ('READY', 'STAGED')) AS waiting,
        (SELECT COUNT(*) FROM run_row w WHERE w.run_id = r.id AND w.planned_in = r.round
          AND w.action IN ('RENDER', 'REUSE', 'OVER_CAP')) AS chosen,
        (SELECT COUNT(*) FROM run_row w WHERE w.run_id = r.id AND w.planned_in = r.round
          AND w.action = 'OVER_CAP') AS cut
      FROM run r WHERE r.id = :run
      """;
  private static final String UNSELECTED =
      """
      SELECT COUNT(*) FROM run_row
      WHERE run_id = :run AND state = 'NOT_RUN' AND not_run = 'NOT_SELECTED'
      """;

  private final JdbcClient jdbc;
  private final RunTable runs;
  private final RowTable rows;
  private final HistoryTable history;
  private final ProblemBook problems;
  private final InstantSource clock;

  PlanBook(
      JdbcClient jdbc,
      RunTable runs,
      RowTable rows,
      HistoryTable history,
      ProblemBook problems,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.runs = runs;
    this.rows = rows;
    this.history = history;
    this.problems = problems;
    this.clock = clock;
  }

  /** The next rows to decide on: by priority, then in manifest order. */
  public List<UnplannedRow> unplanned(RunId run, int limit) {
    return rows.unplanned(run, limit, UnplannedRow::read);
  }

  /**
   * At most {@code limit} rows after row number {@code after} that the manifest's check has let
   * pass, decided or not, in manifest order.
   */
  public List<UnplannedRow> readable(RunId run, long after, int limit) {
    return rows.readable(run, after, limit, UnplannedRow::read);
  }

  /** Writes down who renders the run, within the caller's transaction if there is one. */
  public void renderedBy(RunId run, PreviousRender.Service service) {
    runs.set(run, "provider", service.provider());
    runs.set(run, "origin", service.origin());
    runs.set(run, "model", service.model());
  }

  /** How far the plan of the run's present round has come. */
  public Progress progress(RunId run) {
    return jdbc.sql(PROGRESS)
        .param("run", run.toString())
        .query(
            (rs, n) ->
                new Progress(
                    Columns.credits(rs, "booked").plus(Columns.credits(rs, "waiting")),
                    rs.getLong("chosen"),
                    rs.getLong("cut") > 0))
        .single();
  }

  /** Writes decisions within the caller's transaction. */
  public void decide(RunId run, long round, List<? extends Decision> decisions) {
    Map<Long, Move> moves = new LinkedHashMap<>();
    Map<Long, Sha256> contents = new LinkedHashMap<>();
    List<Decision.Follow> follows = new ArrayList<>();
    for (Decision decision : decisions) {
      decision.makes().ifPresent(content -> contents.put(decision.rowNo(), content));
      if (decision instanceof Decision.Follow follow) {
        follows.add(follow);
      } else {
        moves.put(decision.rowNo(), move(decision).set("planned_in", round));
      }
    }
    // An undecided row leads no other: what it becomes has to be told to nobody.
    Set<Long> moved = rows.applyAll(run, moves);
    rows.follow(run, round, follows);
    contents.keySet().removeIf(row -> moves.containsKey(row) && !moved.contains(row));
    history.planned(run, round, contents);
    problems.add(
        run,
        decisions.stream()
            .filter(Decision.Reject.class::isInstance)
            .map(Decision.Reject.class::cast)
            .filter(reject -> moved.contains(reject.rowNo()))
            .map(reject -> new ProblemBook.Of(reject.rowNo(), reject.problems()))
            .toList());
  }

  private Move move(Decision decision) {
    if (decision instanceof Decision.Render render) {
      return Move.of(RowState.PENDING, RowState.READY)
          .set("action", PlanAction.RENDER)
          .set("expected_ms", render.expected().toMillis())
          .set("estimate", render.estimate().thousandths())
          .set("content_key", render.content().hex())
          .set("video", render.video())
          .set("video_fold", FoldedName.of(render.video()))
          .set("planned_reason", render.reason())
          .set("due_at", Columns.time(clock.instant()));
    }
    if (decision instanceof Decision.Reuse reuse) {
      String same = "the same as " + reuse.earlier().key() + " of " + reuse.earlier().run();
      return Move.of(RowState.PENDING, RowState.RENDERED)
          .set("action", PlanAction.REUSE)
          .set("expected_ms", reuse.expected().toMillis())
          .set("estimate", 0)
          .set("content_key", reuse.content().hex())
          .set("video", reuse.video())
          .set("video_fold", FoldedName.of(reuse.video()))
          .set("reuse_run", reuse.earlier().run().toString())
          .set("reuse_row", reuse.earlier().rowNo())
          .set("reason", same)
          .set("planned_reason", same)
          .set("due_at", Columns.time(clock.instant()));
    }
    if (decision instanceof Decision.Reject reject) {
      return Move.of(RowState.PENDING, RowState.REJECTED)
          .set("action", PlanAction.REJECT)
          .set("reason", Columns.cut(Problem.together(reject.problems()), 4000))
          .set("planned_reason", Columns.cut(Problem.together(reject.problems()), 4000));
    }
    if (decision instanceof Decision.LeaveOut left) {
      return Move.of(RowState.PENDING, RowState.NOT_RUN)
          .set("action", left.why() == NotRun.OVER_CAP ? PlanAction.OVER_CAP : PlanAction.SKIP)
          .set("expected_ms", left.expected().toMillis())
          .set("estimate", left.estimate().thousandths())
          .set("not_run", left.why())
          .set("reason", left.why().meaning())
          .set("planned_reason", left.why().word() + ": " + left.why().meaning());
    }
    throw new IllegalStateException("a decision of an unknown kind: " + decision);
  }

  /** What the plan comes to, by action. */
  public List<ActionTotal> totals(RunId run) {
    return jdbc.sql(TOTALS)
        .param("run", run.toString())
        .query(
            (rs, n) ->
                new ActionTotal(
                    rs.getString("action"),
                    rs.getLong("n"),
                    Columns.credits(rs, "credits"),
                    rs.getLong("ms")))
        .list();
  }

  /** What the rows that are planned to render cost together. */
  public Credits planned(RunId run) {
    return totals(run).stream()
        .filter(total -> total.action().equals(PlanAction.RENDER.name()))
        .map(ActionTotal::credits)
        .reduce(Credits.ZERO, Credits::plus);
  }

  /** Rows that the selection left out. */
  public long unselected(RunId run) {
    return jdbc.sql(UNSELECTED).param("run", run.toString()).query(Long.class).single();
  }

  /**
   * Names of videos that more than one row would be written to on a file system that minds neither
   * case nor how letters are composed; the first twenty.
   */
  public List<VideoClash> clashes(RunId run) {
    return new VideoClashes(jdbc).of(run);
  }

  /**
   * @param committed credits that are charged, reserved or planned
   * @param chosen rows that the selection took so far in this round
   * @param cut whether one of them did not fit under the cap
   */
  public record Progress(Credits committed, long chosen, boolean cut) {}

  /**
   * @param action name of a {@link PlanAction}; empty for rows without a decision
   * @param millis length of the performances together
   */
  public record ActionTotal(String action, long rows, Credits credits, long millis) {}

  /**
   * @param other another way in which one of the rows writes it; the same if all agree
   * @param rows that share the name
   */
  public record VideoClash(
      String video, String other, long rows, String firstKey, String lastKey) {}
}

package io.callsheet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.ledger.CollectBook.Delivered;
import io.callsheet.ledger.ListeningSource.Heard;
import io.callsheet.model.ChargeBasis;
import io.callsheet.model.Credits;
import io.callsheet.model.FailureClass;
import io.callsheet.model.RowState;
import java.net.URI;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What the lanes ask each turn must cost the same however many rows have ended. */
abstract class CostContract {

  private static final int LIVE = 40;
  private static final int ENDED = 20_000;

  /** Of any one table or index; a turn looks at live rows, and at some of them twice. */
  private static final long MOST = 4 * LIVE;

  private static final Credits CAP = Credits.of(1_000_000);
  private static final URI FILE = URI.create("https://files.example/1.mp4");

  /** H2 says how many entries of an index it took, PostgreSQL how many rows it kept or left. */
  private static final List<Pattern> SCANNED =
      List.of(
          Pattern.compile("scanCount: (\\d+)"),
          Pattern.compile("actual time=\\S+ rows=(\\d+)"),
          Pattern.compile("Rows Removed by [\\w ]+: (\\d+)"));

  private ListeningSource source;
  private Ledger ledger;
  private Scene scene;

  abstract OpenLedger open();

  @Test
  void no_turn_of_a_lane_reads_rows_that_have_ended() throws Exception {
    scene = Scene.ready(open(), CAP, LIVE);
    end();
    rest();
    source = new ListeningSource(open().database().source());
    ledger = new Ledger(source, () -> {}, new JdbcTransactionManager(source), open().clock());
    upload();
    submit();
    poll();
    collect();
    for (boolean draining : new boolean[] {false, true}) {
      ledger.lanes().isLive(scene.id, draining);
    }
    TreeMap<Long, String> costs = new TreeMap<>();
    for (Heard statement : source.heard.values()) {
      if (!statement.sql().startsWith("INSERT INTO") || statement.sql().contains("SELECT")) {
        String plan = explain(statement);
        costs.merge(scanned(plan), statement.sql() + "\n" + plan, (a, b) -> a + "\n\n" + b);
      }
    }
    assertThat(costs.lastKey()).as("a page of live rows").isGreaterThan(10);
    assertThat(costs.tailMap(MOST).values()).isEmpty();
  }

  private void upload() {
    List<UploadRow> due = ledger.uploads().due(scene.id, LIVE);
    assertThat(due).hasSize(LIVE);
    ledger.uploads().record(scene.id, List.of(new UploadBook.Uploaded.Later(LIVE, later())));
    ledger
        .uploads()
        .record(
            scene.id, LongStream.range(1, LIVE).mapToObj(UploadBook.Uploaded.Staged::new).toList());
    ledger.lanes().nextDue(scene.id, RowState.READY);
  }

  private void submit() {
    List<SubmitRow> due = ledger.submits().due(scene.id, LIVE);
    List<Attempt> sent =
        due.subList(0, 20).stream()
            .map(
                row ->
                    ledger
                        .submits()
                        .intend(scene.id, 1, row, "t" + row.no(), Scene.digest("r"), Scene.ORIGIN))
            .map(outcome -> ((IntentOutcome.Begun) outcome).attempt())
            .toList();
    for (Attempt attempt : sent.subList(0, 18)) {
      ledger.submits().record(scene.id, List.of(scene.accepted(attempt)));
    }
    ledger
        .submits()
        .record(
            scene.id,
            List.of(
                new Answer.Refused(sent.get(18), 400, "policy", FailureClass.MODERATION),
                new Answer.Doubt(sent.get(19), 0, "the connection broke")));
    ledger.quarantines().check(scene.id, List.of(sent.get(18).rowNo()), 3);
    ledger.submits().rendering(scene.id);
    ledger.submits().recover(scene.id, 1);
    ledger.lanes().nextDue(scene.id, RowState.STAGED);
  }

  private void poll() {
    List<PollRow> due = ledger.polls().due(scene.id, LIVE);
    ledger
        .polls()
        .record(
            scene.id,
            List.of(
                new Verdict.Failed(due.get(0), FailureClass.PROVIDER, "crashed"),
                new Verdict.Retry(due.get(1), "crashed", scene.now()),
                new Verdict.Overdue(due.get(2), later()),
                new Verdict.Finished(due.get(3), FILE, Scene.PRICE, ChargeBasis.PROVIDER),
                new Verdict.Finished(due.get(4), FILE, Scene.PRICE, ChargeBasis.PROVIDER)));
    ledger.polls().watch(scene.id, due, later());
    ledger.lanes().nextDue(scene.id, RowState.RENDERING);
  }

  private void collect() {
    List<CollectRow> due = ledger.collects().due(scene.id, LIVE);
    Delivered delivered =
        new Delivered(due.get(0).no(), Scene.digest("bytes"), Scene.LENGTH, false);
    ledger.collects().announce(scene.id, List.of(delivered));
    ledger
        .collects()
        .record(
            scene.id, List.of(delivered, new CollectBook.Later(due.get(1).no(), later(), FILE)));
    ledger.lanes().nextDue(scene.id, RowState.RENDERED);
  }

  private Instant later() {
    return scene.now().plusSeconds(60);
  }

  /** Copies of the first row, most of them delivered. */
  private void end() {
    copy(
        scene,
        LIVE,
        "CASE WHEN MOD(s.n, 10) = 0 THEN 'FAILED' ELSE 'SUCCEEDED' END",
        "CASE WHEN MOD(s.n, 10) = 0 THEN 'MEDIA' END");
    // Else PostgreSQL checks each reference by reading a table that it takes for empty.
    open().jdbc().sql("ANALYZE").update();
    open()
        .jdbc()
        .sql(
            """
            INSERT INTO attempt (run_id, row_no, no, state, epoch, token, request_hash, reserved,
              origin, task_id, late, intent_at)
            SELECT run_id, row_no, 1, 'FINISHED', 1, 'token', 'hash', 45000, 'https://old.example',
              CONCAT(run_id, ' ', row_no), FALSE, due_at
            FROM run_row WHERE run_id = ? AND row_no > ?
            """)
        .params(scene.id.toString(), LIVE)
        .update();
  }

  /** Another run stands still: its states are no rare ones, but its rows are none of ours. */
  private void rest() {
    copy(
        Scene.ready(open(), CAP, 1),
        1,
        "CASE MOD(s.n, 4) WHEN 0 THEN 'READY' WHEN 1 THEN 'STAGED' WHEN 2 THEN 'RENDERING' ELSE 'RENDERED' END",
        "NULL");
    open().jdbc().sql("ANALYZE").update();
  }

  private void copy(Scene of, int after, String state, String failure) {
    String numbers = isH2() ? "SYSTEM_RANGE(%d, %d) AS s (n)" : "GENERATE_SERIES(%d, %d) AS s (n)";
    open()
        .jdbc()
        .sql(
            """
            INSERT INTO run_row (run_id, row_no, row_key, line, cells, character_ref,
              performance_ref, prompt, orientation, resolution, client, campaign, priority,
              pair, action, planned_in, expected_ms, estimate, content_key, video, due_at, tries,
              overdue, attempt, retries, charged, state, failure, finished_at)
            SELECT r.run_id, s.n, CONCAT('row-', s.n), s.n, r.cells, r.character_ref,
              r.performance_ref, r.prompt, r.orientation, r.resolution, r.client, r.campaign,
              r.priority, r.pair, r.action, r.planned_in, r.expected_ms, r.estimate,
              CONCAT('content ', s.n), CONCAT(s.n, '.mp4'), r.due_at, 0, FALSE, 1, 0, 45000,
              %s, %s, r.due_at
            FROM run_row r CROSS JOIN %s WHERE r.run_id = ? AND r.row_no = 1
            """
                .formatted(state, failure, numbers.formatted(after + 1, after + ENDED)))
        .param(of.id.toString())
        .update();
  }

  private boolean isH2() {
    return open().database().isExclusive();
  }

  /** Executes it once more, and takes back what that does. */
  private String explain(Heard statement) {
    return open()
        .tx()
        .execute(
            status -> {
              status.setRollbackOnly();
              return open()
                  .jdbc()
                  .sql("SELECT 1")
                  .query((rs, n) -> explained(rs.getStatement().getConnection(), statement))
                  .single();
            });
  }

  private static String explained(java.sql.Connection connection, Heard statement) {
    try (PreparedStatement explain =
        connection.prepareStatement("EXPLAIN ANALYZE " + looking(statement.sql()))) {
      statement.fill(explain);
      StringBuilder plan = new StringBuilder();
      try (ResultSet lines = explain.executeQuery()) {
        while (lines.next()) {
          plan.append(lines.getString(1)).append('\n');
        }
      }
      return plan.toString();
    } catch (Exception e) {
      throw new IllegalStateException(statement.sql().toLowerCase(Locale.ROOT), e);
    }
  }

  /** What an insert looks for; it cannot be done twice. */
  private static String looking(String sql) {
    return sql.startsWith("INSERT") ? sql.substring(sql.indexOf("SELECT")) : sql;
  }

  private static long scanned(String plan) {
    return SCANNED.stream()
        .flatMap(pattern -> pattern.matcher(plan).results())
        .mapToLong(match -> Long.parseLong(match.group(1)))
        .max()
        .orElse(0);
  }
}

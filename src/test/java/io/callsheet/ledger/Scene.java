package io.callsheet.ledger;

import io.callsheet.model.AssetFacts;
import io.callsheet.model.AssetRole;
import io.callsheet.model.ChargeBasis;
import io.callsheet.model.CreditKind;
import io.callsheet.model.Credits;
import io.callsheet.model.MediaType;
import io.callsheet.model.Problem;
import io.callsheet.model.RowState;
import io.callsheet.model.RunId;
import io.callsheet.model.RunPhase;
import io.callsheet.model.Sha256;
import io.callsheet.model.TaskId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** One run in a ledger, led by a test to where the test begins. Its rows cost 45 credits each. */
final class Scene {

  static final Credits PRICE = Credits.of(45);
  static final String ORIGIN = "https://render.example";
  static final Duration LENGTH = Duration.ofSeconds(5);

  final OpenLedger open;
  final Ledger ledger;
  final RunId id;
  final int rows;

  private Scene(OpenLedger open, RunId id, int rows) {
    this.open = open;
    this.ledger = open.ledger();
    this.id = id;
    this.rows = rows;
  }

  /** A run that is PLANNING and has no rows; of a job that has no other run. */
  static Scene empty(OpenLedger open, Credits cap) {
    RunId id = new RunId(UUID.randomUUID().toString(), 1);
    open.ledger().runs().create(NewRuns.of(id, "", cap), 1);
    return new Scene(open, id, 0);
  }

  /** PLANNING, with rows 1 to {@code rows} PENDING and their assets known. */
  static Scene imported(OpenLedger open, Credits cap, int rows) {
    Scene scene = new Scene(open, empty(open, cap).id, rows);
    scene.add(LongStream.rangeClosed(1, rows).mapToObj(NewRows::good).toList());
    scene.probeAll();
    return scene;
  }

  /** RUNNING under epoch 1, with every row READY. */
  static Scene ready(OpenLedger open, Credits cap, int rows) {
    Scene scene = imported(open, cap, rows);
    scene.decide(LongStream.rangeClosed(1, rows).mapToObj(Scene::render).toList());
    scene.start();
    return scene;
  }

  /** RUNNING under epoch 1, with every row STAGED. */
  static Scene staged(OpenLedger open, Credits cap, int rows) {
    Scene scene = ready(open, cap, rows);
    scene
        .ledger
        .uploads()
        .record(
            scene.id,
            LongStream.rangeClosed(1, rows).mapToObj(UploadBook.Uploaded.Staged::new).toList());
    return scene;
  }

  static Decision.Reject reject(long row, String text) {
    return new Decision.Reject(row, List.of(Problem.of(row + 1, "", "", text, "")));
  }

  static Decision.Render render(long rowNo) {
    return new Decision.Render(
        rowNo, LENGTH, PRICE, digest("content " + rowNo), rowNo + ".mp4", "no earlier render");
  }

  static Sha256 digest(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }

  static AssetFacts facts(AssetRole role, String ref) {
    return role == AssetRole.CHARACTER
        ? new AssetFacts(digest(ref), MediaType.PNG, 1_000, 720, 1280, Duration.ZERO)
        : new AssetFacts(digest(ref), MediaType.MP4, 50_000, 1280, 720, LENGTH);
  }

  void add(List<NewRow> newRows) {
    open.tx().executeWithoutResult(status -> ledger.imports().add(id, newRows));
  }

  void decide(List<? extends Decision> decisions) {
    open.tx().executeWithoutResult(status -> ledger.plans().decide(id, run().round(), decisions));
  }

  void probeAll() {
    ledger.assets().collect(id);
    for (AssetRole role : AssetRole.values()) {
      for (AssetRef ref : ledger.assets().unprobed(id, role, "", 1_000)) {
        ledger.assets().usable(id, ref, Path.of("/", ref.ref()), now(), facts(role, ref.ref()));
      }
    }
  }

  void start() {
    ledger.runs().advance(id, RunPhase.PLANNING, RunPhase.PLANNED);
    ledger.runs().advance(id, RunPhase.PLANNED, RunPhase.RUNNING);
  }

  Instant now() {
    return open.clock().instant();
  }

  SubmitRow stagedRow(long no) {
    return ledger.submits().due(id, 1_000).stream()
        .filter(row -> row.no() == no)
        .findFirst()
        .orElseThrow();
  }

  IntentOutcome tryIntend(SubmitRow row, long epoch) {
    return ledger
        .submits()
        .intend(id, epoch, row, UUID.randomUUID().toString(), digest("request"), ORIGIN);
  }

  Attempt intend(long no) {
    return ((IntentOutcome.Begun) tryIntend(stagedRow(no), run().epoch())).attempt();
  }

  void answer(Answer... answers) {
    ledger.submits().record(id, List.of(answers));
  }

  Answer.Accepted accepted(Attempt attempt) {
    TaskId task = new TaskId(id + ":" + attempt.rowNo() + ":" + attempt.no());
    return new Answer.Accepted(attempt, 200, "taken", task);
  }

  /** Brings a staged row to RENDERING. */
  PollRow rendering(long no) {
    answer(accepted(intend(no)));
    return pollRow(no);
  }

  PollRow pollRow(long no) {
    return ledger.polls().due(id, 1_000).stream()
        .filter(row -> row.no() == no)
        .findFirst()
        .orElseThrow();
  }

  void verdict(Verdict... verdicts) {
    ledger.polls().record(id, List.of(verdicts));
  }

  Run run() {
    return ledger.runs().get(id);
  }

  ReportRow row(long no) {
    return ledger.reports().page(id, no - 1, 1).get(0);
  }

  List<Redrivable> ended() {
    List<Redrivable> ended = new ArrayList<>();
    ledger.redrives().ended(id, ended::add);
    return ended;
  }

  void redrive(Long... numbers) {
    Set<Long> chosen = Set.of(numbers);
    ledger.redrives().begin(id, row -> chosen.contains(row.no()), Set.of(), () -> true);
  }

  RowState state(long no) {
    return row(no).state();
  }

  Attempt attempt(long no) {
    List<Attempt> attempts = row(no).attempts();
    return attempts.get(attempts.size() - 1);
  }

  List<Entry> credits(long no) {
    return open.jdbc()
        .sql("SELECT * FROM credit WHERE run_id = ? AND row_no = ? ORDER BY id")
        .params(id.toString(), no)
        .query(
            (rs, n) ->
                new Entry(
                    rs.getLong("attempt"),
                    CreditKind.valueOf(rs.getString("kind")),
                    Columns.credits(rs, "reserved"),
                    Columns.credits(rs, "charged"),
                    Columns.optional(ChargeBasis.class, rs, "basis")))
        .list();
  }

  /** A line of the table {@code credit}. */
  record Entry(
      long attempt,
      CreditKind kind,
      Credits reserved,
      Credits charged,
      @Nullable ChargeBasis basis) {

    static Entry reserve(long attempt) {
      return new Entry(attempt, CreditKind.RESERVE, PRICE, Credits.ZERO, null);
    }

    static Entry release(long attempt) {
      return new Entry(attempt, CreditKind.RELEASE, PRICE.negated(), Credits.ZERO, null);
    }

    static Entry settle(long attempt, Credits charged, ChargeBasis basis) {
      return new Entry(attempt, CreditKind.SETTLE, PRICE.negated(), charged, basis);
    }
  }
}

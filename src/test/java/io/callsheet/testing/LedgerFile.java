package io.callsheet.testing;

import io.callsheet.ledger.AssetRef;
import io.callsheet.ledger.Database;
import io.callsheet.ledger.Decision;
import io.callsheet.ledger.Ledger;
import io.callsheet.ledger.LedgerAddress;
import io.callsheet.ledger.LedgerUnavailable;
import io.callsheet.ledger.NewRow;
import io.callsheet.ledger.NewRun;
import io.callsheet.model.AssetFacts;
import io.callsheet.model.AssetRole;
import io.callsheet.model.Credits;
import io.callsheet.model.MediaType;
import io.callsheet.model.Orientation;
import io.callsheet.model.PlanBasis;
import io.callsheet.model.Resolution;
import io.callsheet.model.RowKey;
import io.callsheet.model.RunId;
import io.callsheet.model.RunPhase;
import io.callsheet.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** A real ledger in a folder; each test makes a run of its own in it. */
public final class LedgerFile implements AutoCloseable {
  public static final long EPOCH = 7;
  public static final Duration LENGTH = Duration.ofSeconds(4);

  /** Of one row: four seconds at 720p. */
  public static final Credits ESTIMATE = Credits.of(36);

  private final Database database;
  private final PlatformTransactionManager transactions;
  private final AtomicLong runs = new AtomicLong();

  private LedgerFile(Database database) {
    this.database = database;
    this.transactions = new JdbcTransactionManager(database.source());
  }

  public static LedgerFile in(Path folder) throws LedgerUnavailable {
    return new LedgerFile(Database.open(new LedgerAddress.File(folder)));
  }

  public Database database() {
    return database;
  }

  public PlatformTransactionManager transactions() {
    return transactions;
  }

  /**
   * A RUNNING run whose rows are READY.
   *
   * @param pairs of references, one a row, such as {@code hero.png+walk.mp4}
   */
  public LedgerRun run(InstantSource clock, Credits cap, String... pairs) {
    Ledger ledger = new Ledger(database, transactions, clock);
    RunId id = new RunId("summer", runs.incrementAndGet());
    Sha256 some = digest(id.toString());
    Path here = Path.of("/nowhere");
    ledger
        .runs()
        .create(
            new NewRun(id, "", some, some, "/nowhere", here, here, "", true, cap, PlanBasis.NONE),
            EPOCH);
    ledger.imports().header(id, List.of("character", "performance"));
    ledger.imports().add(id, rows(pairs));
    ledger.assets().collect(id);
    ledger.plans().decide(id, 1, decisions(ledger, id, clock, pairs));
    ledger.runs().advance(id, RunPhase.PLANNING, RunPhase.PLANNED);
    ledger.runs().advance(id, RunPhase.PLANNED, RunPhase.RUNNING);
    return new LedgerRun(ledger, id, JdbcClient.create(database.source()), clock);
  }

  private static List<NewRow> rows(String... pairs) {
    List<NewRow> rows = new ArrayList<>();
    for (String pair : pairs) {
      long no = rows.size() + 1;
      String[] refs = pair.split("\\+");
      rows.add(
          new NewRow(
              no,
              no + 1,
              new RowKey("row-" + no),
              List.of(refs),
              refs[0],
              refs[1],
              null,
              Orientation.VIDEO,
              Resolution.P720,
              "",
              "",
              Long.MAX_VALUE,
              false,
              List.of(),
              0));
    }
    return rows;
  }

  private static List<Decision> decisions(
      Ledger ledger, RunId id, InstantSource clock, String... pairs) {
    List<Decision> decisions = new ArrayList<>();
    for (String pair : pairs) {
      long no = decisions.size() + 1;
      String[] refs = pair.split("\\+");
      AssetRef image = new AssetRef(AssetRole.CHARACTER, refs[0]);
      AssetRef video = new AssetRef(AssetRole.PERFORMANCE, refs[1]);
      ledger.assets().usable(id, image, Path.of(refs[0]), clock.instant(), facts(refs[0]));
      ledger.assets().usable(id, video, Path.of(refs[1]), clock.instant(), facts(refs[1]));
      decisions.add(
          new Decision.Render(
              no, LENGTH, ESTIMATE, digest(id + pair), "row-" + no + ".mp4", "no earlier render"));
    }
    return decisions;
  }

  /** What a file of this name is said to be. */
  public static AssetFacts facts(String name) {
    boolean image = name.endsWith(".png");
    return new AssetFacts(
        digest(name),
        image ? MediaType.PNG : MediaType.MP4,
        1000,
        640,
        640,
        image ? Duration.ZERO : LENGTH);
  }

  private static Sha256 digest(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    database.close();
  }
}

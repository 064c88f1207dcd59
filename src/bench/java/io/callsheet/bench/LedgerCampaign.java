package io.callsheet.bench;

import io.callsheet.ledger.AssetFinding;
import io.callsheet.ledger.AssetRef;
import io.callsheet.ledger.Decision;
import io.callsheet.ledger.Ledger;
import io.callsheet.ledger.NewRow;
import io.callsheet.ledger.NewRun;
import io.callsheet.ledger.UnplannedRow;
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
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings a run of many rows to where its lanes begin: imported, its assets known, planned. */
final class LedgerCampaign {
  static final RunId RUN = new RunId("bench", 1);
  static final long EPOCH = 1;
  static final Credits PRICE = Credits.of(36);
  static final Duration LENGTH = Duration.ofSeconds(4);

  private static final int CHARACTERS = 100;
  private static final int PERFORMANCES = 50;
  private static final int CHUNK = 500;

  /** As long as a row of a real manifest, with a column or two that only its owner reads. */
  private static final String NOTES = "what the studio wants to remember of this take ".repeat(8);

  private final Ledger ledger;
  private final TransactionTemplate tx;

  LedgerCampaign(Ledger ledger, TransactionTemplate tx) {
    this.ledger = ledger;
    this.tx = tx;
  }

  void bring(int rows) {
    create();
    for (int first = 1; first <= rows; first += CHUNK) {
      List<NewRow> chunk =
          LongStream.range(first, Math.min(first + CHUNK, rows + 1))
              .mapToObj(LedgerCampaign::row)
              .toList();
      tx.executeWithoutResult(status -> ledger.imports().add(RUN, chunk));
    }
    ledger.assets().collect(RUN);
    for (AssetRole role : AssetRole.values()) {
      List<AssetFinding> found =
          ledger.assets().unprobed(RUN, role, "", rows).stream()
              .map(LedgerCampaign::found)
              .toList();
      ledger.assets().record(RUN, found);
    }
    List<UnplannedRow> next;
    while (!(next = ledger.plans().unplanned(RUN, CHUNK)).isEmpty()) {
      List<Decision> decisions = next.stream().map(LedgerCampaign::decide).toList();
      tx.executeWithoutResult(status -> ledger.plans().decide(RUN, 1, decisions));
    }
    ledger.runs().advance(RUN, RunPhase.PLANNING, RunPhase.PLANNED);
    ledger.runs().advance(RUN, RunPhase.PLANNED, RunPhase.RUNNING);
  }

  private void create() {
    Path here = Path.of("").toAbsolutePath();
    NewRun run =
        new NewRun(
            RUN,
            "",
            digest("inputs"),
            digest("manifest"),
            "manifest.csv",
            here,
            here,
            "",
            true,
            Credits.of(1_000_000_000),
            PlanBasis.NONE);
    ledger.runs().create(run, EPOCH);
    ledger.imports().header(RUN, List.of("row_key", "character", "performance", "prompt", "notes"));
  }

  private static NewRow row(long no) {
    String character = "campaign/characters/character-%d.png".formatted(no % CHARACTERS);
    String performance =
        "campaign/performances/performance-%d.mp4".formatted(no / CHARACTERS % PERFORMANCES);
    String prompt = "take %d: walks to the window, looks out, turns round and smiles".formatted(no);
    return new NewRow(
        no,
        no + 1,
        new RowKey("row-" + no),
        List.of("row-" + no, character, performance, prompt, NOTES),
        character,
        performance,
        prompt,
        Orientation.VIDEO,
        Resolution.P720,
        "Acme",
        "summer",
        Long.MAX_VALUE,
        false,
        List.of(),
        0);
  }

  private static AssetFinding found(AssetRef ref) {
    boolean still = ref.role() == AssetRole.CHARACTER;
    AssetFacts facts =
        new AssetFacts(
            digest(ref.ref()),
            still ? MediaType.PNG : MediaType.MP4,
            50_000,
            720,
            1280,
            still ? Duration.ZERO : LENGTH);
    return new AssetFinding.Usable(
        ref, Path.of("/studio", ref.ref()), Instant.EPOCH, facts, false, "");
  }

  private static Decision decide(UnplannedRow row) {
    return new Decision.Render(
        row.no(),
        LENGTH,
        PRICE,
        digest("content " + row.no()),
        "row-%d.mp4".formatted(row.no()),
        "no earlier render of this content");
  }

  static Sha256 digest(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }
}

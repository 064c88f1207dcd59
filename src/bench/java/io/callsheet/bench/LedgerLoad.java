package io.callsheet.bench;

import io.callsheet.ledger.Answer;
import io.callsheet.ledger.Attempt;
import io.callsheet.ledger.CollectBook;
import io.callsheet.ledger.CollectRow;
import io.callsheet.ledger.Database;
import io.callsheet.ledger.IntentOutcome;
import io.callsheet.ledger.Ledger;
import io.callsheet.ledger.LedgerAddress;
import io.callsheet.ledger.PollRow;
import io.callsheet.ledger.SubmitRow;
import io.callsheet.ledger.UploadBook;
import io.callsheet.ledger.UploadRow;
import io.callsheet.ledger.Verdict;
import io.callsheet.model.ChargeBasis;
import io.callsheet.model.RowState;
import io.callsheet.model.TaskId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The process that {@link LedgerCost} measures. A row waits for nothing but its turn: intents by
 * eight threads, all else by one thread each, in turns as large as those of a real run.
 */
final class LedgerLoad {
  private static final int UPLOADED = 16;
  private static final int SENT = 2;
  private static final int FINISHED = 3;
  private static final int COLLECTED = 20;
  private static final int IN_FLIGHT = 200;
  private static final String ORIGIN = "https://render.example";

  private final Ledger ledger;
  private final int rows;
  private final BlockingQueue<PollRow> rendering = new LinkedBlockingQueue<>();

  /** A task ends when so many others have been sent after it. */
  private final Semaphore ended = new Semaphore(-IN_FLIGHT);

  private final Semaphore rendered = new Semaphore(0);
  private final ExecutorService intents =
      Executors.newFixedThreadPool(8, work -> new Thread(work, "intents"));

  private LedgerLoad(Ledger ledger, int rows) {
    this.ledger = ledger;
    this.rows = rows;
  }

  /**
   * @param arguments a folder for the ledger, rows, rows a second
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    int rows = Integer.parseInt(arguments[1]);
    long interval = 1_000_000_000L / Long.parseLong(arguments[2]);
    try (Database database = Database.open(new LedgerAddress.File(folder))) {
      JdbcTransactionManager transactions = new JdbcTransactionManager(database.source());
      Ledger ledger = new Ledger(database, transactions, InstantSource.system());
      LedgerMeter meter = new LedgerMeter(database.source(), rows);
      new LedgerCampaign(ledger, new TransactionTemplate(transactions)).bring(rows);
      meter.tell("before the lanes");
      LedgerLoad load = new LedgerLoad(ledger, rows);
      load.upload();
      meter.tell("uploads");
      load.render(interval);
      meter.tellThreads("lanes");
      meter.tellAll();
      load.intents.shutdown();
    }
    System.exit(0);
  }

  private void upload() {
    List<UploadRow> due;
    while (!(due = ledger.uploads().due(LedgerCampaign.RUN, UPLOADED)).isEmpty()) {
      ledger
          .uploads()
          .record(
              LedgerCampaign.RUN,
              due.stream().map(row -> new UploadBook.Uploaded.Staged(row.no())).toList());
    }
  }

  private void render(long interval) throws Exception {
    ExecutorService lanes = Executors.newCachedThreadPool();
    List<Future<?>> ends =
        List.of(
            lanes.submit(named("submit lane", () -> submit(interval))),
            lanes.submit(named("poll lane", this::poll)),
            lanes.submit(named("collect lane", this::collect)));
    for (Future<?> end : ends) {
      end.get();
    }
  }

  /** The thread stays alive until it has been asked what it took. */
  private static Callable<Boolean> named(String name, Callable<?> work) {
    return () -> {
      Thread.currentThread().setName(name);
      work.call();
      return true;
    };
  }

  private int submit(long interval) throws Exception {
    long start = System.nanoTime();
    int sent = 0;
    while (sent < rows) {
      LockSupport.parkNanos(start + sent * interval - System.nanoTime());
      List<Future<Attempt>> begun = new ArrayList<>();
      List<SubmitRow> due = ledger.submits().due(LedgerCampaign.RUN, SENT);
      for (SubmitRow row : due) {
        begun.add(intents.submit(() -> intend(row)));
      }
      List<Answer> answers = new ArrayList<>();
      for (Future<Attempt> intent : begun) {
        answers.add(accepted(intent.get()));
      }
      ledger.submits().record(LedgerCampaign.RUN, answers);
      ledger.lanes().nextDue(LedgerCampaign.RUN, RowState.STAGED);
      due.forEach(row -> rendering.add(task(row)));
      ended.release(due.size());
      sent += due.size();
    }
    ended.release(IN_FLIGHT);
    return sent;
  }

  private Attempt intend(SubmitRow row) {
    IntentOutcome outcome =
        ledger
            .submits()
            .intend(
                LedgerCampaign.RUN,
                LedgerCampaign.EPOCH,
                row,
                UUID.randomUUID().toString(),
                row.content(),
                ORIGIN);
    return ((IntentOutcome.Begun) outcome).attempt();
  }

  private static Answer accepted(Attempt attempt) {
    return new Answer.Accepted(attempt, 200, "taken", new TaskId("task-" + attempt.rowNo()));
  }

  private static PollRow task(SubmitRow row) {
    return new PollRow(
        row.no(),
        row.key(),
        row.attempts() + 1,
        new TaskId("task-" + row.no()),
        Instant.EPOCH,
        LedgerCampaign.LENGTH,
        row.resolution(),
        row.estimate(),
        0,
        0,
        false);
  }

  private int poll() throws Exception {
    int known = 0;
    while (known < rows) {
      List<Verdict> turn = new ArrayList<>();
      int size = Math.min(FINISHED, rows - known);
      ended.acquire(size);
      for (int i = 0; i < size; i++) {
        turn.add(finished(rendering.take()));
      }
      ledger.polls().record(LedgerCampaign.RUN, turn);
      known += turn.size();
      rendered.release(turn.size());
    }
    return known;
  }

  private static Verdict finished(PollRow row) {
    URI file =
        URI.create("https://files.render.example/results/%d.mp4?signature=0".formatted(row.no()));
    return new Verdict.Finished(row, file, row.reserved(), ChargeBasis.PROVIDER);
  }

  private int collect() throws Exception {
    int collected = 0;
    while (collected < rows) {
      int turn = Math.min(COLLECTED, rows - collected);
      rendered.acquire(turn);
      List<CollectBook.Delivered> files = new ArrayList<>();
      for (CollectRow row : ledger.collects().due(LedgerCampaign.RUN, turn)) {
        files.add(
            new CollectBook.Delivered(
                row.no(), LedgerCampaign.digest(row.video()), row.expected(), false));
      }
      ledger.collects().announce(LedgerCampaign.RUN, files);
      ledger.collects().record(LedgerCampaign.RUN, files);
      ledger.lanes().nextDue(LedgerCampaign.RUN, RowState.RENDERED);
      collected += files.size();
    }
    return collected;
  }
}

package io.callsheet.pipeline;

import io.callsheet.asset.remote.FetchedFiles;
import io.callsheet.job.Job;
import io.callsheet.job.JobLoader;
import io.callsheet.lane.RunControl;
import io.callsheet.ledger.Database;
import io.callsheet.ledger.Ledger;
import io.callsheet.ledger.LedgerAddress;
import io.callsheet.ledger.NewRun;
import io.callsheet.model.ExitCode;
import io.callsheet.model.PlanBasis;
import io.callsheet.model.RunId;
import io.callsheet.model.Sha256;
import io.callsheet.plan.Selection;
import io.callsheet.provider.RenderService;
import io.callsheet.testing.RecordingStore;
import io.callsheet.testing.ScriptedService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** Runs whole campaigns over a real ledger, with the sample files and a scripted service. */
final class Stage implements AutoCloseable {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final Path SAMPLES = Path.of("samples/summer-launch").toAbsolutePath();

  private final Path folder;
  private final Database database;
  private final Engine engine;
  private final AtomicLong jobs = new AtomicLong();

  Stage(Path folder) throws Exception {
    this.folder = folder;
    this.database = Database.open(new LedgerAddress.File(folder.resolve("state")));
    this.engine = Engine.start(database, CLOCK);
  }

  Ledger ledger() {
    return engine.ledger();
  }

  JdbcClient jdbc() {
    return JdbcClient.create(database.source());
  }

  /** How many transactions commit from now on. */
  AtomicLong countCommits() {
    AtomicLong commits = new AtomicLong();
    ((ConfigurableTransactionManager) engine.transactions())
        .addListener(
            new TransactionExecutionListener() {
              @Override
              public void afterCommit(TransactionExecution transaction, Throwable failure) {
                commits.incrementAndGet();
              }
            });
    return commits;
  }

  /** A new run of a new job. */
  Act act(String manifest, String more) throws Exception {
    return act(manifest, more, 3, "1ms");
  }

  /** A new run of a new job for a service that renders so many at once, for as long as said. */
  Act act(String manifest, String more, int inFlight, String typical) throws Exception {
    return act(
        "job-" + jobs.incrementAndGet(),
        manifest,
        more,
        "submits-per-minute: 60000, max-in-flight: %d, typical-render: %s"
            .formatted(inFlight, typical));
  }

  /** The first run of a job of this name. */
  Act act(String name, String manifest, String more, String provider) throws Exception {
    Path home = Files.createDirectories(folder.resolve(name));
    Files.writeString(home.resolve("rows.csv"), manifest);
    Files.writeString(
        home.resolve("job.yaml"),
        """
        name: %s
        manifest: rows.csv
        assets: %s
        output: out
        storage: {bucket: bucket}
        provider: {name: vidgo, polls-per-minute: 60000, %s}
        %s
        """
            .formatted(name, SAMPLES, provider, more));
    Job job = new JobLoader(Set.of()).load(home.resolve("job.yaml"));
    RunId id = new RunId(name, 1);
    Sha256 some = Sha256.of(new byte[1]);
    ledger()
        .runs()
        .create(
            new NewRun(
                id,
                "",
                some,
                some,
                job.manifest().toString(),
                job.file(),
                job.output(),
                "",
                false,
                job.spend().cap(),
                PlanBasis.NONE),
            1);
    return new Act(job, id);
  }

  @Override
  public void close() {
    engine.close();
    database.close();
  }

  /** One run and its executions. */
  final class Act {
    final Job job;
    final RunId id;
    final ScriptedService service = new ScriptedService();
    final QuietGate view = new QuietGate();
    RenderService edge = service;
    RunControl control = new RunControl(CLOCK);
    private long epoch;

    Act(Job job, RunId id) {
      this.job = job;
      this.id = id;
    }

    ExitCode execute() throws Exception {
      return execute(false);
    }

    ExitCode plan() throws Exception {
      return execute(true);
    }

    private ExitCode execute(boolean planOnly) throws Exception {
      control = new RunControl(CLOCK);
      epoch++;
      return engine
          .executions()
          .execute(
              new Campaign(
                  job,
                  id,
                  ((io.callsheet.job.ManifestSource.OnDisk) job.manifest().place()).path(),
                  job.output(),
                  Selection.parse(""),
                  epoch,
                  planOnly,
                  ledger(),
                  new Fetching(
                      new FetchedFiles(folder.resolve("fetched"), CLOCK),
                      () -> {
                        throw new IllegalStateException("no reference of these tests is elsewhere");
                      }),
                  () -> new Edges(edge, new RecordingStore()),
                  view,
                  Optional.empty(),
                  control,
                  CLOCK));
    }
  }
}

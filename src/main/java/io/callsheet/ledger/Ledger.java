package io.callsheet.ledger;

import io.callsheet.model.RunId;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The ledger's books over one database. */
public final class Ledger {
  private final String id;
  private final RunBook runs;
  private final OwnerBook owners;
  private final ProblemBook problems;
  private final ImportBook imports;
  private final AssetBook assets;
  private final PlanBook plans;
  private final EstimateBook estimates;
  private final HistoryBook histories;
  private final LaneBook lanes;
  private final UploadBook uploads;
  private final SubmitBook submits;
  private final PollBook polls;
  private final CollectBook collects;
  private final DoubtBook doubts;
  private final RedriveBook redrives;
  private final BalanceBook balances;
  private final ReportBook reports;
  private final AuditBook audits;
  private final LateBook lates;
  private final RateBook rates;
  private final StatementBook statements;
  private final QuarantineBook quarantines;

  /** Over a database that {@link Database} has opened and migrated. */
  public Ledger(Database database, PlatformTransactionManager manager, InstantSource clock) {
    this(database.source(), database.durability(), manager, clock);
  }

  Ledger(
      DataSource source,
      Durability durability,
      PlatformTransactionManager manager,
      InstantSource clock) {
    JdbcTemplate template = new JdbcTemplate(source);
    JdbcClient jdbc = JdbcClient.create(template);
    Transactions tx = new Transactions(manager, durability);
    RunTable runTable = new RunTable(jdbc);
    RowTable rowTable = new RowTable(template, jdbc);
    AttemptTable attemptTable = new AttemptTable(jdbc);
    CreditTable creditTable = new CreditTable(jdbc);
    HistoryTable historyTable = new HistoryTable(template, jdbc);
    QuarantineTable quarantineTable = new QuarantineTable(jdbc);
    this.runs = new RunBook(runTable, new BasisTable(jdbc), rowTable, creditTable, tx, clock);
    this.owners = new OwnerBook(jdbc, tx, clock);
    this.problems = new ProblemBook(template, jdbc, tx);
    this.imports = new ImportBook(template, jdbc, runTable, problems, clock);
    this.assets = new AssetBook(jdbc, tx);
    this.plans = new PlanBook(jdbc, runTable, rowTable, historyTable, problems, clock);
    this.estimates = new EstimateBook(jdbc);
    this.histories = new HistoryBook(jdbc);
    this.lanes = new LaneBook(rowTable, clock);
    this.uploads = new UploadBook(rowTable, tx, clock);
    this.submits =
        new SubmitBook(runTable, rowTable, attemptTable, creditTable, quarantineTable, tx, clock);
    this.polls =
        new PollBook(
            runTable,
            rowTable,
            attemptTable,
            creditTable,
            quarantineTable,
            new WatchedTasks(template, jdbc),
            new RenderTimesTable(jdbc, tx),
            tx,
            clock);
    this.collects = new CollectBook(rowTable, historyTable, tx, clock);
    this.doubts =
        new DoubtBook(jdbc, runTable, rowTable, attemptTable, creditTable, submits, tx, clock);
    this.redrives =
        new RedriveBook(jdbc, runTable, rowTable, historyTable, quarantineTable, tx, clock);
    this.balances = new BalanceBook(jdbc, tx, clock);
    this.audits = new AuditBook(jdbc);
    this.lates = new LateBook(jdbc, runTable, creditTable, tx, clock);
    this.reports = new ReportBook(jdbc, attemptTable);
    this.rates = new RateBook(jdbc, tx, clock);
    this.statements = new StatementBook(jdbc);
    this.quarantines = new QuarantineBook(quarantineTable, rowTable, tx, clock);
    this.id = jdbc.sql("SELECT id FROM ledger").query(String.class).single();
  }

  /** Unguessable; an output folder that carries another one belongs to another ledger. */
  public String id() {
    return id;
  }

  public RunBook runs() {
    return runs;
  }

  public OwnerBook owners() {
    return owners;
  }

  public ImportBook imports() {
    return imports;
  }

  public ProblemBook problems() {
    return problems;
  }

  public AssetBook assets() {
    return assets;
  }

  public PlanBook plans() {
    return plans;
  }

  public EstimateBook estimates() {
    return estimates;
  }

  public HistoryBook histories() {
    return histories;
  }

  public LaneBook lanes() {
    return lanes;
  }

  public UploadBook uploads() {
    return uploads;
  }

  public SubmitBook submits() {
    return submits;
  }

  public PollBook polls() {
    return polls;
  }

  public CollectBook collects() {
    return collects;
  }

  public DoubtBook doubts() {
    return doubts;
  }

  public RedriveBook redrives() {
    return redrives;
  }

  public BalanceBook balances() {
    return balances;
  }

  public ReportBook reports() {
    return reports;
  }

  public AuditBook audits() {
    return audits;
  }

  public LateBook lates() {
    return lates;
  }

  public RateBook rates() {
    return rates;
  }

  public StatementBook statements() {
    return statements;
  }

  public QuarantineBook quarantines() {
    return quarantines;
  }

  /** {@code a run}'s counts; for progress. */
  public RowCounts counts(RunId run) {
    return runs.counts(run);
  }
}

package io.callsheet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.ledger.StatementBook.By;
import io.callsheet.ledger.StatementBook.Line;
import io.callsheet.ledger.StatementBook.Wanted;
import io.callsheet.model.AttemptState;
import io.callsheet.model.ChargeBasis;
import io.callsheet.model.Credits;
import io.callsheet.model.Rate;
import io.callsheet.model.RowKey;
import io.callsheet.model.RowState;
import io.callsheet.model.RunId;
import io.callsheet.model.RunPhase;
import io.callsheet.model.TaskId;
import io.callsheet.testing.Postgres;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** A ledger that the first release wrote, with one run that ended and one that was killed. */
class ReleasedLedgerTest {

  private static final RunId ENDED = new RunId("summer", 1);
  private static final RunId KILLED = new RunId("summer", 2);
  private static final URI FILE = URI.create("https://files.example/1.mp4");

  @TempDir private Path folder;

  @Test
  void an_h2_file_of_the_first_release_goes_on() throws Exception {
    H2File file = new H2File(folder);
    DataSource source = new DriverManagerDataSource(file.url(), H2File.USER, "");
    try (Connection open = source.getConnection()) {
      open.setReadOnly(true);
      release(source, H2File.VENDOR);
    }
    goesOn(new LedgerAddress.File(folder));
  }

  @Test
  void a_postgresql_database_of_the_first_release_goes_on() throws Exception {
    LedgerAddress.Server server = Postgres.freshDatabase();
    release(
        new DriverManagerDataSource(server.url(), server.user(), server.password()), "postgresql");
    goesOn(server);
  }

  private static void release(DataSource source, String vendor) {
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/" + vendor, "classpath:db/ledger")
        .target("3")
        .load()
        .migrate();
    ResourceDatabasePopulator rows =
        new ResourceDatabasePopulator(new ClassPathResource("ledger/released.sql"));
    rows.setSqlScriptEncoding(StandardCharsets.UTF_8.name());
    rows.execute(source);
    assertThat(
            JdbcClient.create(source)
                .sql("SELECT COUNT(*) FROM run_row")
                .query(Long.class)
                .single())
        .isEqualTo(8);
  }

  private static void goesOn(LedgerAddress address) throws LedgerUnavailable {
    try (OpenLedger open = OpenLedger.at(address)) {
      Ledger ledger = open.ledger();
      tells(ledger);
      reuses(ledger);
      resumes(ledger);
      assertThat(ledger.runs().booksClose(ENDED)).isTrue();
      assertThat(ledger.runs().booksClose(KILLED)).isTrue();
    }
  }

  private static void tells(Ledger ledger) {
    assertThat(ledger.runs().all()).extracting(Run::id).containsExactly(KILLED, ENDED);
    assertThat(ledger.counts(ENDED).byState())
        .isEqualTo(Map.of(RowState.SUCCEEDED, 1L, RowState.FAILED, 1L, RowState.REJECTED, 1L));
    assertThat(spent(ledger, ENDED)).isEqualTo(Credits.of(45));
    assertThat(ledger.reports().page(ENDED, 0, 10))
        .extracting(ReportRow::key)
        .containsExactly(new RowKey("row-1"), new RowKey("row-2"), new RowKey("row-3"));
    assertThat(ledger.plans().clashes(KILLED)).isEmpty();
    List<Long> again = new ArrayList<>();
    ledger.redrives().ended(ENDED, row -> again.add(row.no()));
    assertThat(again).containsExactly(1L, 2L);
  }

  private static Credits spent(Ledger ledger, RunId run) {
    List<Line> lines = new ArrayList<>();
    ledger
        .statements()
        .read(new Wanted(List.of(By.RUN), null, List.of(run), null, null, Rate.VIDGO), lines::add);
    return lines.get(0).amounts().charged();
  }

  /** What was delivered is found by its content, by its key and by its two references. */
  private static void reuses(Ledger ledger) {
    var content = Scene.digest("content 1");
    assertThat(ledger.histories().known(List.of(content))).containsExactly(content);
    assertThat(ledger.histories().earlier(content, Instant.EPOCH))
        .singleElement()
        .satisfies(earlier -> assertThat(earlier.video()).isEqualTo("1.mp4"));
    Run now = ledger.runs().get(KILLED);
    for (String key : List.of("row-1", "another")) {
      assertThat(ledger.histories().previous(now, new RowKey(key), "hero.png", "dance.mp4"))
          .hasValueSatisfying(
              previous -> {
                assertThat(previous.run()).isEqualTo(ENDED);
                assertThat(previous.image()).isEqualTo(Scene.digest("hero.png"));
                assertThat(previous.service()).isNull();
              });
    }
  }

  /**
   * The intent comes into doubt, the task is asked for, the render collected and handed to the row
   * that follows, the rest sent.
   */
  private static void resumes(Ledger ledger) {
    ledger.runs().adopt(KILLED, 2, Credits.of(1_000));
    assertThat(ledger.submits().recover(KILLED, 2)).isEqualTo(1);
    assertThat(ledger.doubts().open(KILLED)).hasSize(2);
    assertThat(ledger.lanes().isLive(KILLED, false)).isTrue();

    PollRow task = ledger.polls().due(KILLED, 10).get(0);
    assertThat(task.task()).isEqualTo(new TaskId("task-2"));
    ledger
        .polls()
        .record(
            KILLED,
            List.of(new Verdict.Finished(task, FILE, Credits.of(45), ChargeBasis.PROVIDER)));
    CollectRow rendered = ledger.collects().due(KILLED, 10).get(0);
    ledger
        .collects()
        .record(
            KILLED,
            List.of(
                new CollectBook.Delivered(
                    rendered.no(), Scene.digest("v"), Duration.ofSeconds(5), false)));

    ledger.uploads().record(KILLED, List.of(new UploadBook.Uploaded.Staged(3)));
    SubmitRow next = ledger.submits().due(KILLED, 10).get(0);
    IntentOutcome sent =
        ledger.submits().intend(KILLED, 2, next, "t", Scene.digest("r"), Scene.ORIGIN);
    assertThat(sent).isInstanceOf(IntentOutcome.Begun.class);

    assertThat(ledger.runs().get(KILLED).phase()).isEqualTo(RunPhase.RUNNING);
    assertThat(spent(ledger, KILLED)).isEqualTo(Credits.of(45));
    assertThat(ledger.reports().page(KILLED, 0, 10))
        .extracting(ReportRow::state)
        .containsExactly(
            RowState.IN_DOUBT,
            RowState.SUCCEEDED,
            RowState.SUBMITTING,
            RowState.IN_DOUBT,
            RowState.RENDERED);
    assertThat(ledger.reports().page(KILLED, 0, 1).get(0).attempts())
        .extracting(Attempt::state)
        .containsExactly(AttemptState.DOUBT);
  }
}

package io.callsheet.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.lane.RunControl;
import io.callsheet.ledger.Answer;
import io.callsheet.ledger.Attempt;
import io.callsheet.ledger.Doubt;
import io.callsheet.ledger.LateTask;
import io.callsheet.model.Credits;
import io.callsheet.model.FailureClass;
import io.callsheet.model.Rate;
import io.callsheet.model.Rounding;
import io.callsheet.model.TaskId;
import io.callsheet.provider.StatusOutcome;
import io.callsheet.testing.LedgerFile;
import io.callsheet.testing.LedgerRun;
import io.callsheet.testing.ScriptedService;
import io.callsheet.testing.SettableClock;
import io.callsheet.testing.Turns;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is booked for a render: as billed where the service says so, else by the rate card. */
class RealChargeTest {
  private static final String ORIGIN = "https://v.test";

  @TempDir private static Path folder;
  private static LedgerFile file;

  private final SettableClock clock = new SettableClock();
  private final RunControl control = new RunControl(clock);
  private final ScriptedService service = new ScriptedService();

  @BeforeAll
  static void open() throws Exception {
    file = LedgerFile.in(folder);
  }

  @AfterAll
  static void close() {
    file.close();
  }

  /** 4.25 s at 9 credits a second. */
  @ParameterizedTest
  @CsvSource({"CEIL_SECOND, 45", "EXACT, 38.25", "CEIL_TENTH, 38.7"})
  void a_silent_service_is_booked_by_the_rounding_of_the_job(Rounding rounding, String booked)
      throws Exception {
    LedgerRun run = file.run(clock, Credits.of(1000), "a.png+x.mp4").rendering();
    run.jdbc()
        .sql("UPDATE run_row SET expected_ms = 4250 WHERE run_id = ?")
        .param(run.id().toString())
        .update();
    PollDesk desk = new PollDesk(run, clock);
    desk.answer(new StatusOutcome.Finished(URI.create("https://files.test/1.mp4"), null));
    clock.advance(Duration.ofMinutes(1));

    Turns.one(desk.lane(rounding));

    assertThat(run.column(1, "basis")).isEqualTo("COMPUTED");
    assertThat(charged(run)).isEqualTo(Credits.parse(booked));
    assertThat(run.ledger().runs().booksClose(run.id())).isTrue();
  }

  @Test
  void a_task_that_turned_up_late_is_asked_once_it_is_done_and_booked_once() {
    LedgerRun run = late();
    answer(new StatusOutcome.Working("running"));
    ask(run, ORIGIN);
    assertThat(charged(run)).isEqualTo(Credits.ZERO);

    answer(new StatusOutcome.Finished(URI.create("https://files.test/1.mp4"), Credits.of(31)));
    ask(run, "https://other.test");
    assertThat(service.polls).as("another service knows no such task").hasSize(1);
    ask(run, ORIGIN);
    ask(run, ORIGIN);

    assertThat(service.polls).hasSize(2);
    assertThat(run.credits(1)).containsExactly("RESERVE 36/0", "RELEASE -36/0", "ADJUST 0/31");
    assertThat(charged(run)).isEqualTo(Credits.of(31));
    assertThat(run.ledger().runs().booksClose(run.id())).isTrue();
  }

  @Test
  void a_late_task_that_failed_was_free() {
    LedgerRun run = late();
    answer(new StatusOutcome.Failed(FailureClass.PROVIDER, "crashed"));
    ask(run, ORIGIN);
    assertThat(charged(run)).isEqualTo(Credits.ZERO);
    assertThat(run.ledger().lates().all(run.id()))
        .extracting(LateTask::adjusted)
        .containsExactly(Credits.ZERO);
  }

  /** Somebody was sure that it was not taken, and then its answer came. */
  private LedgerRun late() {
    LedgerRun run = file.run(clock, Credits.of(1000), "a.png+x.mp4").rendering();
    run.jdbc()
        .sql("UPDATE attempt SET state = 'DOUBT', task_id = NULL WHERE run_id = ?")
        .param(run.id().toString())
        .update();
    run.jdbc()
        .sql("UPDATE run_row SET state = 'IN_DOUBT' WHERE run_id = ?")
        .param(run.id().toString())
        .update();
    Doubt doubt = run.ledger().doubts().open(run.id()).get(0);
    Attempt attempt = doubt.attempt();
    assertThat(run.ledger().doubts().notTaken(run.id(), doubt)).isTrue();
    TaskId task = new TaskId("late-" + run.id());
    run.ledger().submits().record(run.id(), List.of(new Answer.Accepted(attempt, 200, "", task)));
    return run;
  }

  private void ask(LedgerRun run, String origin) {
    new LateTasks(run.ledger(), run.id(), service, origin, settings(Rounding.EXACT)).settle();
  }

  private static PollSettings settings(Rounding rounding) {
    return new PollSettings(
        "https://v.test", "model", Rate.VIDGO, rounding, 2, Duration.ofHours(2));
  }

  private static Credits charged(LedgerRun run) {
    return run.ledger().runs().get(run.id()).charged();
  }

  private void answer(StatusOutcome outcome) {
    service.answering =
        new ScriptedService.Answering() {
          @Override
          public StatusOutcome status(TaskId task) {
            return outcome;
          }
        };
  }
}

package io.callsheet.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.lane.Pause;
import io.callsheet.model.Credits;
import io.callsheet.model.ExitCode;
import io.callsheet.model.RowState;
import io.callsheet.model.RunPhase;
import io.callsheet.provider.RenderRequest;
import io.callsheet.provider.SubmitOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class CampaignTest {
  private static final String GOOD =
      """
      row_key,character,performance
      one,characters/lina-barista.png,performances/wave-hello.mp4
      two,characters/mira-dj.png,performances/wave-hello.mp4
      """;
  private static final String BAD = "three,characters/nobody.png,performances/wave-hello.mp4\n";
  private static final String AUTO = "spend: {cap: 2000, approval: auto}\n";

  @TempDir private static Path folder;
  private static Stage stage;

  @BeforeAll
  static void open() throws Exception {
    stage = new Stage(folder);
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @Test
  void a_good_manifest_ends_done_and_the_run_ended() throws Exception {
    Stage.Act act = act(GOOD, AUTO);

    assertThat(act.execute()).isEqualTo(ExitCode.DONE);
    assertThat(phase(act)).isEqualTo(RunPhase.ENDED);
    assertThat(stage.ledger().counts(act.id).of(RowState.SUCCEEDED)).isEqualTo(2);
    assertThat(act.job.output().resolve("videos/one.mp4")).isNotEmptyFile();
    assertThat(act.job.output().resolve("results.csv")).isNotEmptyFile();
    assertThat(act.job.output().resolve("summary.json")).isNotEmptyFile();
  }

  @Test
  void a_run_has_not_ended_before_its_files_are_written() throws Exception {
    Stage.Act act = act(GOOD, AUTO);
    Path inTheWay = Files.createDirectories(act.job.output().resolve("spend.csv"));

    assertThat(act.execute()).isEqualTo(ExitCode.INTERNAL);
    assertThat(act.control.pause().orElseThrow().message()).contains("spend.csv");
    assertThat(phase(act)).isEqualTo(RunPhase.RUNNING);

    Files.delete(inTheWay);
    assertThat(act.execute()).isEqualTo(ExitCode.DONE);
    assertThat(phase(act)).isEqualTo(RunPhase.ENDED);
    assertThat(act.service.submits).hasSize(2);
    assertThat(act.job.output().resolve("spend.csv")).isNotEmptyFile();
    assertThat(act.job.output().resolve("summary.json")).content().contains("\"exit\" : 0");
  }

  @Test
  void the_balance_is_asked_once_at_the_gate_and_once_at_the_end() throws Exception {
    Stage.Act act = act(GOOD, AUTO);
    act.view.asksForTheBalance = true;
    assertThat(act.execute()).isEqualTo(ExitCode.DONE);
    assertThat(act.service.balances).hasValue(2);
  }

  @Test
  void problems_refuse_the_run_and_nothing_is_sent() throws Exception {
    Stage.Act act = act(GOOD + BAD, AUTO + "problems: stop\n");

    assertThat(act.execute()).isEqualTo(ExitCode.REFUSED);
    assertThat(phase(act)).isEqualTo(RunPhase.REFUSED);
    assertThat(act.control.pause().orElseThrow().message()).contains("1 of 3 rows");
    assertThat(act.service.submits).isEmpty();
  }

  @Test
  void with_skip_the_good_rows_go_on() throws Exception {
    Stage.Act act = act(GOOD + BAD, AUTO + "problems: skip\n");

    assertThat(act.execute()).isEqualTo(ExitCode.UNSUCCESSFUL);
    assertThat(phase(act)).isEqualTo(RunPhase.ENDED);
    assertThat(stage.ledger().counts(act.id).of(RowState.SUCCEEDED)).isEqualTo(2);
    assertThat(stage.ledger().counts(act.id).of(RowState.REJECTED)).isEqualTo(1);
  }

  @Test
  void the_gate_waits_for_approval_and_opens_with_it() throws Exception {
    Stage.Act act = act(GOOD, "spend: {cap: 2000, approval: manual}\n");

    assertThat(act.execute()).isEqualTo(ExitCode.PAUSED);
    assertThat(act.control.pause().orElseThrow().kind()).isEqualTo(Pause.Kind.APPROVAL);
    assertThat(phase(act)).isEqualTo(RunPhase.PLANNED);
    assertThat(act.service.submits).isEmpty();

    stage.ledger().runs().approve(act.id, "ada", Credits.of(90));
    assertThat(act.execute()).isEqualTo(ExitCode.DONE);
    assertThat(phase(act)).isEqualTo(RunPhase.ENDED);
  }

  @Test
  void a_plan_ends_at_the_gate() throws Exception {
    Stage.Act act = act(GOOD, AUTO);

    assertThat(act.plan()).isEqualTo(ExitCode.DONE);
    assertThat(phase(act)).isEqualTo(RunPhase.PLANNED);
    assertThat(act.job.output().resolve("plan.csv")).isNotEmptyFile();
    assertThat(act.service.submits).isEmpty();
  }

  @Test
  void broken_sums_end_the_run_as_a_failure_of_ours() throws Exception {
    Stage.Act act = act(GOOD, AUTO);
    act.service.answering =
        new QuickService() {
          @Override
          public SubmitOutcome submit(RenderRequest request) {
            SubmitOutcome accepted = super.submit(request);
            stage
                .jdbc()
                .sql("UPDATE credit SET reserved = reserved + 1 WHERE run_id = ?")
                .param(act.id.toString())
                .update();
            return accepted;
          }
        };

    assertThat(act.execute()).isEqualTo(ExitCode.INTERNAL);
    assertThat(act.control.pause().orElseThrow().message()).contains("do not add up");
    assertThat(phase(act)).isEqualTo(RunPhase.RUNNING);
  }

  @Test
  void a_stop_in_the_middle_is_carried_on_and_no_row_is_sent_twice() throws Exception {
    Stage.Act act = act(GOOD, AUTO);
    QuickService quick = new QuickService();
    act.service.answering =
        new QuickService() {
          @Override
          public SubmitOutcome submit(RenderRequest request) {
            act.control.stop();
            return quick.submit(request);
          }
        };
    assertThat(act.execute()).isEqualTo(ExitCode.STOPPED);
    assertThat(stage.ledger().counts(act.id).of(RowState.IN_DOUBT)).isZero();

    act.service.answering = quick;
    assertThat(act.execute()).isEqualTo(ExitCode.DONE);
    assertThat(act.service.submits).hasSize(2);
    assertThat(phase(act)).isEqualTo(RunPhase.ENDED);
  }

  @Test
  void a_pause_brings_home_what_is_paid_and_goes_on_later() throws Exception {
    Stage.Act act = act(GOOD, AUTO);
    QuickService quick = new QuickService();
    act.service.answering =
        new QuickService() {
          @Override
          public SubmitOutcome submit(RenderRequest request) {
            return act.service.submits.size() == 1
                ? super.submit(request)
                : new SubmitOutcome.OutOfCredits(402, "top up");
          }
        };
    assertThat(act.execute()).isEqualTo(ExitCode.PAUSED);
    assertThat(stage.ledger().counts(act.id).of(RowState.SUCCEEDED)).isEqualTo(1);
    assertThat(stage.ledger().counts(act.id).of(RowState.STAGED)).isEqualTo(1);

    act.service.answering = quick;
    assertThat(act.execute()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void a_bug_in_the_service_client_ends_the_run_and_does_not_hang_it() throws Exception {
    Stage.Act act = act(GOOD, AUTO);
    act.service.answering =
        new QuickService() {
          @Override
          public SubmitOutcome submit(RenderRequest request) {
            throw new IllegalStateException("a bug");
          }
        };

    assertThat(act.execute()).isEqualTo(ExitCode.INTERNAL);
    assertThat(act.control.pause().orElseThrow().message()).contains("the submit lane", "a bug");
  }

  private static Stage.Act act(String manifest, String more) throws Exception {
    Stage.Act act = stage.act(manifest, more);
    act.service.answering = new QuickService();
    return act;
  }

  private static RunPhase phase(Stage.Act act) {
    return stage.ledger().runs().get(act.id).phase();
  }
}

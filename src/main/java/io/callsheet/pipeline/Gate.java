package io.callsheet.pipeline;

import io.callsheet.job.Job;
import io.callsheet.lane.Pause;
import io.callsheet.ledger.Ledger;
import io.callsheet.ledger.PlanBook;
import io.callsheet.ledger.RowCounts;
import io.callsheet.ledger.Run;
import io.callsheet.model.RowState;
import io.callsheet.model.RunId;
import io.callsheet.model.RunPhase;
import io.callsheet.provider.BalanceOutcome;
import io.callsheet.report.Reports;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Lets a run pass to where credits are spent, or stops it here, resumably. */
final class Gate implements Tasklet, JobExecutionListener {
  private final Campaign campaign;
  private final Ledger ledger;
  private final RunId run;
  private final EarlyBalance early;
  private @Nullable BalanceOutcome balance;

  Gate(Campaign campaign) {
    this.campaign = campaign;
    this.ledger = campaign.ledger();
    this.run = campaign.run();
    this.early = new EarlyBalance(() -> campaign.service().balance(), campaign.clock());
  }

  /** Only a run that has not passed its gate is surely at rest. */
  @Override
  public void beforeJob(JobExecution execution) {
    RunPhase phase = ledger.runs().get(run).phase();
    if (phase == RunPhase.PLANNING || phase == RunPhase.PLANNED) {
      early.ask();
    }
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    RunPhase phase = ledger.runs().get(run).phase();
    if (phase == RunPhase.PLANNING) {
      writePlan();
      Optional<String> refusal = refusal();
      if (refusal.isPresent()) {
        campaign.control().pause(new Pause(Pause.Kind.REFUSED, refusal.get()));
      } else {
        ledger.runs().advance(run, RunPhase.PLANNING, RunPhase.PLANNED);
      }
      campaign.view().planned(this::balance);
    }
    if (!campaign.control().isStopping() && campaign.planOnly()) {
      campaign.control().pause(new Pause(Pause.Kind.PLANNED, "the plan is made"));
    }
    if (!campaign.control().isStopping()) {
      readBalance();
    }
    if (!campaign.control().isStopping()) {
      open();
    }
    if (campaign.control().isStopping()) {
      contribution.getStepExecution().setTerminateOnly();
    }
    return RepeatStatus.FINISHED;
  }

  private void open() {
    Run now = ledger.runs().get(run);
    if (now.phase() != RunPhase.PLANNED) {
      return;
    }
    campaign
        .approver()
        .ifPresent(by -> ledger.runs().approve(run, by, ledger.plans().planned(run)));
    boolean approved =
        campaign.job().spend().approval() == Job.Approval.AUTO
            || ledger.runs().get(run).approval() != null;
    if (approved) {
      ledger.runs().advance(run, RunPhase.PLANNED, RunPhase.RUNNING);
    } else {
      campaign
          .control()
          .pause(
              new Pause(
                  Pause.Kind.APPROVAL,
                  "the plan waits for approval (spend.approval: manual): look at plan.csv, then:"
                      + " callsheet approve "
                      + run));
    }
  }

  /** Only at rest: while tasks are running a balance proves nothing (vidgo-api, Credits). */
  private void readBalance() {
    RowCounts counts = ledger.counts(run);
    boolean atRest = counts.inFlight() == 0;
    if (!atRest) {
      return;
    }
    BalanceOutcome reading = balance();
    if (reading instanceof BalanceOutcome.Known known) {
      ledger.balances().add(run, known.credits());
      ledger.balances().shortfall(run, known.credits()).ifPresent(campaign.view()::falls);
    } else if (reading instanceof BalanceOutcome.KeyRefused refused && refused.http() == 401) {
      // Known before anything is uploaded; a 403 may be about this one call.
      campaign
          .control()
          .pause(
              new Pause(
                  Pause.Kind.KEY,
                  "the service refuses the key (CALLSHEET_API_KEY): " + refused.message()));
    }
  }

  /** Not often (vidgo-api, Credits): nothing is spent while the gate is passed. */
  private BalanceOutcome balance() {
    BalanceOutcome known = balance;
    if (known == null) {
      known = early.get();
      balance = known;
    }
    return known;
  }

  private Optional<String> refusal() {
    RowCounts counts = ledger.counts(run);
    if (counts.total() == 0) {
      return Optional.of(campaign.job().manifest() + " has no rows");
    }
    if (counts.total() == ledger.plans().unselected(run)) {
      return Optional.of(
          "the selection (" + campaign.selection().text() + ") names no row of the manifest");
    }
    List<PlanBook.VideoClash> clashes = ledger.plans().clashes(run);
    if (!clashes.isEmpty()) {
      PlanBook.VideoClash clash = clashes.get(0);
      return Optional.of(
          "%d rows would write the same video %s%s (%s and %s, for example): make videos in %s tell them apart, as with {row_key}"
              .formatted(
                  clash.rows(),
                  clash.video(),
                  clash.other().equals(clash.video())
                      ? ""
                      : " or " + clash.other() + ", one file on Windows and macOS",
                  clash.firstKey(),
                  clash.lastKey(),
                  campaign.job().file()));
    }
    long rejected = counts.of(RowState.REJECTED);
    if (rejected > 0 && campaign.job().problems() == Job.Problems.STOP) {
      return Optional.of(
          "%d of %d rows have problems; nothing was spent. Mend them (rejected.csv lists each), or set problems: skip in %s"
              .formatted(rejected, counts.total(), campaign.job().file()));
    }
    return Optional.empty();
  }

  private void writePlan() throws IOException {
    Reports reports =
        new Reports(campaign.output(), ledger.runs().get(run).header(), campaign.rate());
    Reports.write(reports.plan(), ledger.reports(), run);
  }
}

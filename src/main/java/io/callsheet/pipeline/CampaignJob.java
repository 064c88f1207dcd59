package io.callsheet.pipeline;

import io.callsheet.collect.VideoFolder;
import io.callsheet.lane.LaneSteps;
import io.callsheet.lane.NoTransaction;
import io.callsheet.ledger.AssetFinding;
import io.callsheet.ledger.AssetRef;
import io.callsheet.ledger.Decision;
import io.callsheet.ledger.ReportRow;
import io.callsheet.ledger.UnplannedRow;
import io.callsheet.manifest.ManifestRow;
import io.callsheet.report.Reports;
import java.util.List;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.job.flow.support.SimpleFlow;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepInterruptionPolicy;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/** The one Spring Batch job: prepare, four lanes side by side, finish. */
final class CampaignJob {
  static final String NAME = "campaign";
  private static final int CHUNK = 500;
  private static final int PROBES = 8;

  private final Campaign campaign;
  private final JobRepository repository;
  private final PlatformTransactionManager transactions;
  private final StepInterruptionPolicy stopPolicy;

  CampaignJob(
      Campaign campaign, JobRepository repository, PlatformTransactionManager transactions) {
    this.campaign = campaign;
    this.repository = repository;
    this.transactions = transactions;
    this.stopPolicy = LaneSteps.stopPolicy(campaign.control());
  }

  Job build() {
    Gate gate = new Gate(campaign);
    Flow prepare =
        new FlowBuilder<SimpleFlow>("prepare")
            .start(importManifest())
            .next(probeAssets())
            .next(planRows())
            .next(new PlainStep("gate", repository, gate))
            .build();
    JobBuilder job =
        new JobBuilder(NAME, repository).listener(new OpenRunEndsStopped(campaign)).listener(gate);
    if (campaign.planOnly()) {
      return job.start(prepare).end().build();
    }
    Flow finish =
        new FlowBuilder<SimpleFlow>("finish")
            .start(new PlainStep("settle", repository, new Settle(campaign)))
            .next(report("writeResults", Reports::results))
            .next(report("writeSpend", Reports::spend))
            .next(new PlainStep("writeSummary", repository, new WriteSummary(campaign)))
            .build();
    return job.start(prepare).next(lanes()).next(finish).end().build();
  }

  private Step importManifest() {
    ImportManifest work = new ImportManifest(campaign);
    return new StepBuilder("importManifest", repository)
        .<ManifestRow, ManifestRow>chunk(CHUNK)
        .reader(work)
        .writer(work)
        .transactionManager(transactions)
        .interruptionPolicy(stopPolicy)
        .build();
  }

  private Step probeAssets() {
    ProbeAssets work = new ProbeAssets(campaign);
    SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("probe-");
    threads.setConcurrencyLimit(PROBES);
    return new StepBuilder("probeAssets", repository)
        .<AssetRef, AssetFinding>chunk(PROBES * 8)
        .reader(work)
        .processor(work)
        .writer(work)
        .taskExecutor(threads)
        // References may be fetched, and that may take minutes.
        .transactionManager(new NoTransaction())
        .interruptionPolicy(stopPolicy)
        .build();
  }

  private Step planRows() {
    PlanRows work = new PlanRows(campaign);
    return new StepBuilder("planRows", repository)
        .<UnplannedRow, Decision>chunk(PlanRows.PAGE)
        .reader(work)
        .processor(work)
        .writer(work)
        .transactionManager(transactions)
        .interruptionPolicy(stopPolicy)
        .build();
  }

  private Flow lanes() {
    LaneSteps steps = new LaneSteps(repository, campaign.control(), campaign.clock());
    List<Step> lanes = new Lanes(campaign, steps, new VideoFolder(campaign.output())).all();
    Flow[] flows =
        lanes.stream()
            .map(step -> new FlowBuilder<SimpleFlow>(step.getName()).start(step).build())
            .toArray(Flow[]::new);
    // A flow of its own: a split that is added to a flow runs that flow beside the others.
    return new FlowBuilder<SimpleFlow>("lanes")
        .split(new SimpleAsyncTaskExecutor("lane-"))
        .add(flows)
        .build();
  }

  private Step report(String name, WriteReport.Opening opening) {
    WriteReport work = new WriteReport(campaign, opening);
    return new StepBuilder(name, repository)
        .<ReportRow, ReportRow>chunk(CHUNK)
        .reader(work)
        .writer(work)
        .listener((Object) work)
        .transactionManager(new NoTransaction())
        .interruptionPolicy(stopPolicy)
        .allowStartIfComplete(true)
        .build();
  }
}

package io.callsheet.pipeline;

import io.callsheet.ledger.ReportRow;
import io.callsheet.report.Reports;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Feeds every row of a run to a report, and puts its files in place at the end. */
final class WriteReport
    implements ItemReader<ReportRow>, ItemWriter<ReportRow>, StepExecutionListener {
  private static final int PAGE = 500;

  private final Campaign campaign;
  private final Opening opening;
  private final Deque<ReportRow> page = new ArrayDeque<>();
  private long last;
  private Reports.@Nullable Report report;

  WriteReport(Campaign campaign, Opening opening) {
    this.campaign = campaign;
    this.opening = opening;
  }

  @Override
  public void beforeStep(StepExecution stepExecution) {
    try {
      report =
          opening.open(
              new Reports(
                  campaign.output(),
                  campaign.ledger().runs().get(campaign.run()).header(),
                  campaign.rate()));
    } catch (IOException e) {
      throw new IllegalStateException("cannot write to " + campaign.output() + ": " + e, e);
    }
  }

  @Override
  public @Nullable ReportRow read() {
    if (page.isEmpty()) {
      page.addAll(campaign.ledger().reports().page(campaign.run(), last, PAGE));
      if (!page.isEmpty()) {
        last = page.getLast().no();
      }
    }
    return page.poll();
  }

  @Override
  public void write(Chunk<? extends ReportRow> rows) throws IOException {
    report().add(List.copyOf(rows.getItems()));
  }

  @Override
  public @Nullable ExitStatus afterStep(StepExecution stepExecution) {
    try (Reports.Report open = report()) {
      if (stepExecution.getStatus() == BatchStatus.COMPLETED) {
        open.finish();
      }
      return null;
    } catch (IOException e) {
      stepExecution.addFailureException(e);
      stepExecution.setStatus(BatchStatus.FAILED);
      return ExitStatus.FAILED.addExitDescription(
          "cannot write to " + campaign.output() + ": " + e);
    }
  }

  private Reports.Report report() {
    if (report == null) {
      throw new IllegalStateException("the report's step has not begun");
    }
    return report;
  }

  /** Which of the reports. */
  @FunctionalInterface
  interface Opening {
    Reports.Report open(Reports reports) throws IOException;
  }
}

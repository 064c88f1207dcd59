package io.callsheet.cli;

import io.callsheet.ledger.Ledger;
import io.callsheet.ledger.RowCounts;
import io.callsheet.ledger.Run;
import io.callsheet.model.ExitCode;
import io.callsheet.model.Rate;
import io.callsheet.pipeline.RunExit;
import io.callsheet.report.Reports;
import io.callsheet.report.Summary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    description = {
      "Writes a run's files again: to the job's output for its newest run, else to"
          + " OUTPUT/.runs/RUN."
    })
final class ReportCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "RUN", description = "The id that run printed, or: last.")
  private String run = "";

  private final Workplace workplace;

  ReportCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() throws IOException {
    try (Office office = workplace.open()) {
      Ledger ledger = office.ledger();
      Run found = office.run(run);
      Path folder = folder(ledger, found);
      Reports reports = new Reports(folder, found.header(), Rate.VIDGO);
      Reports.write(reports.plan(), ledger.reports(), found.id());
      Reports.write(reports.results(), ledger.reports(), found.id());
      Reports.write(reports.spend(), ledger.reports(), found.id());
      Summary.of(ledger, found.id(), exit(ledger, found)).write(folder.resolve("summary.json"));
      workplace
          .terminal()
          .say(
              found.id()
                  + ": wrote plan, results, rejected, spend and summary to "
                  + Words.path(folder));
    }
    return ExitCode.DONE.code();
  }

  private static Path folder(Ledger ledger, Run run) {
    boolean newest =
        ledger
            .runs()
            .newest(run.id().job(), run.label())
            .filter(other -> other.id().equals(run.id()))
            .isPresent();
    return newest ? run.output() : run.output().resolve(".runs").resolve(run.id().toString());
  }

  private static int exit(Ledger ledger, Run run) {
    RowCounts rows = ledger.counts(run.id());
    Integer last = run.lastExit();
    return last == null ? RunExit.byRows(rows, ledger.plans().unselected(run.id())).code() : last;
  }
}

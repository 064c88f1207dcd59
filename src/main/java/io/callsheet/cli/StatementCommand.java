package io.callsheet.cli;

import io.callsheet.ledger.Run;
import io.callsheet.ledger.StatementBook;
import io.callsheet.ledger.StatementBook.By;
import io.callsheet.model.ExitCode;
import io.callsheet.model.Rate;
import io.callsheet.model.RunId;
import io.callsheet.report.StatementFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "statement",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    description = {
      "Says what was spent, over all runs or some and over dates. A charge counts on the day it was"
          + " booked, in the local time zone; rows that cost nothing on the day they ended."
    },
    footer = {
      "",
      "In the table: seconds of video rendered, and seconds that the charges buy; credits and USD"
          + " charged; of them assumed (written off by hand); reserved (in flight or in doubt, not"
          + " charged yet); saved by reuse. Columns of nothing but 0 are left out there. The total"
          + " stands in the table and the workbook; a CSV has none."
    })
final class StatementCommand implements Callable<Integer> {
  enum Format {
    TABLE,
    CSV,
    XLSX
  }

  @Option(
      names = "--by",
      split = ",",
      paramLabel = "WHAT",
      defaultValue = "client",
      description = {
        "One or several of client (usual), campaign, character, performance, resolution, job, run."
      })
  private List<By> by = List.of();

  @Option(names = "--job", paramLabel = "NAME", description = "Only runs of this job.")
  private @Nullable String job;

  @Option(
      names = "--run",
      split = ",",
      paramLabel = "RUN",
      description = "Only these runs: ids, or: last.")
  private List<String> runs = List.of();

  @Option(names = "--from", paramLabel = "DATE", description = "First day, as 2026-11-01.")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "Last day; it counts as well.")
  private @Nullable LocalDate to;

  @Option(
      names = "--format",
      paramLabel = "FORM",
      description = "table (usual), csv or xlsx; else by the name of the output.")
  private @Nullable Format format;

  @Option(names = "--output", paramLabel = "FILE", description = "Where a CSV or workbook goes.")
  private @Nullable Path output;

  @Option(names = "--json", description = "Print it for a program.")
  private boolean json;

  private final Workplace workplace;

  StatementCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    Format form = form();
    if (from != null && to != null && to.isBefore(from)) {
      throw UserError.refused("--to %s is before --from %s".formatted(to, from));
    }
    try (Office office = workplace.open()) {
      StatementBook.Wanted wanted = wanted(office);
      switch (form) {
        case TABLE -> table(office, wanted);
        case CSV, XLSX -> file(office, wanted, form);
      }
    }
    return ExitCode.DONE.code();
  }

  private Format form() {
    String name = output == null ? "" : output.toString().toLowerCase(Locale.ROOT);
    Format named =
        name.endsWith(".xlsx") ? Format.XLSX : name.endsWith(".csv") ? Format.CSV : Format.TABLE;
    Format form = format == null ? named : format;
    if (json && (format != null || output != null)) {
      throw UserError.refused("--json goes to the terminal; it takes no --format and no --output");
    }
    if (output != null && form == Format.TABLE) {
      throw UserError.refused(
          "a table goes to the terminal; name the output .csv or .xlsx, or say --format csv");
    }
    if (output == null && form == Format.XLSX) {
      throw UserError.refused("a workbook needs a file: --output FILE");
    }
    return form;
  }

  private StatementBook.Wanted wanted(Office office) {
    List<RunId> ids = runs.stream().map(office::run).map(Run::id).toList();
    if (job != null && office.ledger().runs().all().stream().noneMatch(this::isOfJob)) {
      throw UserError.refused(
          "no run of a job " + job + "; callsheet runs lists all, each named after its job");
    }
    ZoneId zone = ZoneId.systemDefault();
    return new StatementBook.Wanted(
        by,
        job,
        ids,
        from == null ? null : from.atStartOfDay(zone).toInstant(),
        to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant(),
        Rate.VIDGO);
  }

  private boolean isOfJob(Run run) {
    return run.id().job().equals(job);
  }

  private void table(Office office, StatementBook.Wanted wanted) {
    StatementView view = new StatementView(by, heading());
    office.ledger().statements().read(wanted, view::add);
    if (json) {
      view.printJson(workplace.terminal());
    } else {
      view.print(workplace.terminal());
    }
  }

  private String heading() {
    String which = runs.isEmpty() ? "all runs" : String.join(", ", runs);
    String ofJob = job == null ? "" : " of " + job;
    String days =
        from == null && to == null
            ? ""
            : (from == null ? "" : ", from " + from) + (to == null ? "" : ", to " + to);
    return which + ofJob + days;
  }

  private void file(Office office, StatementBook.Wanted wanted, Format form) {
    Path target = output == null ? null : output.toAbsolutePath();
    try (StatementFile file = begun(target, form)) {
      office.ledger().statements().read(wanted, line -> add(file, line));
      file.finish();
      if (target != null) {
        workplace
            .terminal()
            .say(
                "%s: %s credits (%s)"
                    .formatted(
                        Words.path(target),
                        file.total().charged(),
                        Words.usd(file.total().charged())));
      }
    } catch (IOException | UncheckedIOException e) {
      throw UserError.refused("cannot write " + target + ": " + e.getMessage());
    }
  }

  private StatementFile begun(@Nullable Path target, Format form) throws IOException {
    if (target == null) {
      return StatementFile.csv(workplace.terminal().out(), by);
    }
    return form == Format.XLSX ? StatementFile.xlsx(target, by) : StatementFile.csv(target, by);
  }

  private static void add(StatementFile file, StatementBook.Line line) {
    try {
      file.add(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

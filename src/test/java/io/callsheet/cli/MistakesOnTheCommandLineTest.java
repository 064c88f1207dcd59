package io.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MistakesOnTheCommandLineTest {
  private static final String JOB =
      """
      name: spring
      manifest: rows.csv
      assets: .
      output: out
      spend: {cap: 100}
      provider: {name: sandbox}
      """;

  @TempDir private Path home;
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "| callsheet: name a command",
        "pln | callsheet: there is no command pln",
        "run | callsheet: JOB is missing",
        "report | callsheet: RUN is missing",
        "run --limt a.yaml | callsheet: there is no option --limt",
        "run a.yaml b.yaml | callsheet: b.yaml is one argument too many",
        "run a.yaml --limit x | callsheet: x is no value for --limit N",
        "statement --by colour | callsheet: colour is no value for --by WHAT; there are client, campaign, character, performance, resolution, job, run",
        "statement --from 1.11.2026 | callsheet: 1.11.2026 is no date for --from DATE; write it as 2026-11-01",
        "sandbox --port x | callsheet: x is no value for --port N",
      })
  void a_misused_command_is_told_in_one_line_and_where_to_look(String args, String first) {
    CommandLineProbe callsheet = new CommandLineProbe(home.resolve("home"));
    int exit = callsheet.run(args == null ? new String[0] : args.split(" "));
    assertThat(exit).isEqualTo(2);
    assertThat(callsheet.err().lines().findFirst()).hasValue(first);
    assertThat(callsheet.err().lines().reduce((a, b) -> b).orElse("")).startsWith("Try: callsheet");
    assertThat(callsheet.err().lines()).hasSizeLessThanOrEqualTo(3);
    assertThat(callsheet.out()).isEmpty();
    assertThat(home.resolve("home")).as("nothing was started").doesNotExist();
  }

  @Test
  void a_command_that_is_nearly_there_is_proposed() {
    CommandLineProbe callsheet = new CommandLineProbe(home);
    callsheet.run("pln");
    assertThat(callsheet.err()).contains("Did you mean: plan");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--cap 0 | --cap 0 is no amount of credits",
        "--cap -5 | --cap -5 is no amount of credits",
        "--cap 2k | --cap 2k is no amount of credits",
        "--limit 0 | --limit is 0; it takes a number from 1",
        "--rows 1,,3 | --rows has an empty part",
        "--label Summer | --label Summer is no label",
      })
  void an_option_that_makes_no_sense_is_refused_before_anything_starts(String option, String words)
      throws Exception {
    Files.writeString(folder.resolve("rows.csv"), "character,performance\n");
    Path job = Files.writeString(folder.resolve("job.yaml"), JOB);
    CommandLineProbe callsheet = new CommandLineProbe(home.resolve("home"));
    String[] parts = option.split(" ");
    assertThat(callsheet.run("run", job.toString(), parts[0], parts[1])).isEqualTo(2);
    assertThat(callsheet.err()).startsWith("callsheet: " + words);
    assertThat(callsheet.err().lines()).hasSize(1);
    assertThat(home.resolve("home")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "statement --format xlsx | a workbook needs a file: --output FILE",
        "statement --output spend.txt | a table goes to the terminal",
        "statement --json --output a.csv | --json goes to the terminal",
        "statement --from 2026-11-02 --to 2026-11-01 | --to 2026-11-01 is before --from 2026-11-02",
      })
  void what_cannot_be_done_is_refused_before_the_ledger_is_opened(String args, String words) {
    CommandLineProbe callsheet = new CommandLineProbe(home.resolve("home"));
    assertThat(callsheet.run(args.split(" "))).isEqualTo(2);
    assertThat(callsheet.err()).startsWith("callsheet: " + words);
    assertThat(callsheet.err().lines()).hasSize(1);
    assertThat(home.resolve("home")).doesNotExist();
  }

  @Test
  void a_job_file_that_is_not_there_is_told_by_its_name() {
    CommandLineProbe callsheet = new CommandLineProbe(home.resolve("home"));
    assertThat(callsheet.run("run", folder.resolve("gone.yaml").toString())).isEqualTo(2);
    assertThat(callsheet.err()).contains("gone.yaml: there is no such file").hasLineCount(1);
    assertThat(home.resolve("home")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "--version",
        "plan --help",
        "run --help",
        "resume --help",
        "redrive --help",
        "resolve --help",
        "stop --help",
        "status --help",
        "runs --help",
        "report --help",
        "statement --help",
        "sandbox --help"
      })
  void help_and_version_start_nothing_and_fit_a_narrow_screen(String args) {
    CommandLineProbe callsheet = new CommandLineProbe(home.resolve("home"));
    assertThat(callsheet.run(args.split(" "))).isZero();
    assertThat(callsheet.err()).isEmpty();
    assertThat(callsheet.out().lines()).isNotEmpty().allMatch(line -> line.length() <= 80);
    assertThat(home.resolve("home")).doesNotExist();
  }

  @Test
  void the_help_tells_each_exit_code_once() {
    CommandLineProbe callsheet = new CommandLineProbe(home);
    callsheet.run("--help");
    String codes = callsheet.out().substring(callsheet.out().indexOf("Exit codes:"));
    for (int code = 0; code <= 7; code++) {
      assertThat(codes).containsOnlyOnce("  " + code + "  ");
    }
  }
}

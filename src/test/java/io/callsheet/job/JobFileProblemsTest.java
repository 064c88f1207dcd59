package io.callsheet.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobFileProblemsTest {

  @TempDir private Path root;
  private JobFolder folder;

  @BeforeEach
  void make_the_folder() throws IOException {
    folder = JobFolder.in(root);
  }

  @Test
  void tells_all_problems_at_once_in_the_order_of_lines() throws Exception {
    assertThat(
            folder.problems(
                """
                name: Summer Launch
                manifest: rows.csv
                assets: media
                outptu: out
                spend:
                  cpa: 2000
                  approval: atuo
                provider: {name: sandbox}
                failures: {deadline: 300}
                """))
        .isEqualTo(
            """
            job.yaml: output is missing: name the folder for the results
            job.yaml:1: name is `Summer Launch`: write at most 60 of a-z, 0-9 and -
            job.yaml:4: outptu is not a key; did you mean output?
            job.yaml:5: spend.cap is missing: write the most credits that a run may spend, such as 2000
            job.yaml:6: spend.cpa is not a key; did you mean spend.cap?
            job.yaml:7: spend.approval is `atuo`: did you mean `auto`?
            job.yaml:9: failures.deadline is `300`: a time needs its unit: 300s for seconds (or ms, m, h, d)"""
                .stripIndent());
  }

  @Test
  void names_everything_that_is_required() throws Exception {
    assertThat(folder.problems("problems: stop").lines())
        .extracting(line -> line.replaceAll(":? is missing.*", ""))
        .containsExactlyInAnyOrder(
            "job.yaml: name",
            "job.yaml: manifest",
            "job.yaml: assets",
            "job.yaml: output",
            "job.yaml: spend.cap",
            "job.yaml: provider.name");
    assertThat(folder.problems(JobFolder.LEAST.replace("sandbox", "vidgo")))
        .isEqualTo(
            "job.yaml: storage.bucket is missing: name the bucket that takes the reference files");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cap: 5 | cap is not a key; did you mean spend.cap?",
        "pair: x | pair is not a key; did you mean pairs?",
        "zebra: x | zebra is not a key; known here: name, manifest,",
        "pairs: all | pairs is `all`: write matrix",
        "columns: {charcter: x} | columns.charcter is not a key; did you mean columns.character?",
        "sandbox: {faults: {fial: 5%}} | sandbox.faults.fial is not a key; did you mean sandbox.faults.fail?",
        "api-key: x1y2 | api-key is not a key: secrets come from the environment: CALLSHEET_API_KEY",
        "storage: {secret-key: x1y2} | storage.secret-key is not a key: secrets come from the environment: AWS_ACCESS_KEY_ID and AWS_SECRET",
        "sandbox: {token: x1y2} | sandbox.token is not a key: secrets come from the environment",
        "reuse: {max-age: 90} | reuse.max-age is `90`: a time needs its unit: 90s",
        "reuse: {max-age: 20y} | reuse.max-age is `20y`: write a time with its unit",
        "reuse: {max-age: 9999d} | reuse.max-age is `9999d`: write at most 3650d",
        "failures: {deadline: 0s} | failures.deadline is `0s`: write a time longer than 0",
        "failures: {tolerate: 20} | failures.tolerate is `20`: write it in percent, such as 20%",
        "failures: {tolerate: 2.5%} | failures.tolerate is `2.5%`: write a whole number of percent",
        "failures: {tolerate: 101%} | failures.tolerate is `101%`: write at most 100%",
        "failures: {retries: -1} | failures.retries is `-1`: write a whole number from 0 to 100",
        "failures: {retries: [1]} | failures.retries is a list: it takes a single value",
        "failures: {retries: } | failures.retries has no value",
        "failures: 5 | failures is a single value: it takes keys and values, such as retries",
        "defaults: {resolution: 1080} | defaults.resolution is `1080`: did you mean `1080p`?",
        "defaults: {orientation: portrait} | defaults.orientation is `portrait`: write image or video",
        "sandbox: {render-time: 2-5s} | sandbox.render-time is `2-5s`: write both times with their units, such as 2s-5s",
        "sandbox: {render-time: 5s-2s} | sandbox.render-time is `5s-2s`: write the shorter time first",
        "sandbox: {balance: many} | sandbox.balance is `many`: write a number of credits",
        "sandbox: {faults: {fail: 0.25%}} | sandbox.faults.fail is `0.25%`: write it in percent",
        "storage: {url-life: 8d} | storage.url-life is `8d`: write at most 7d",
        "storage: {endpoint: 'http://x'} | storage.endpoint cannot be set here: the sandbox brings its own",
        "storage: {prefix: a//b} | storage.prefix is `a//b`: write letters",
        "storage: {prefix: ../b} | storage.prefix is `../b`: write letters",
        "fetch: {allow-http: maybe} | fetch.allow-http is `maybe`: write true or false",
        "videos: '{row_key.mp4' | videos is `{row_key.mp4`: write each column in one pair of braces",
        "videos: 'row_key}.mp4' | videos is `row_key}.mp4`: write each column in one pair of braces",
        "videos: '{{row_key}}.mp4' | videos is `{{row_key}}.mp4`: write each column",
        "videos: '{}.mp4' | videos is `{}.mp4`: write each column",
        "videos: '/tmp/{row_key}' | videos is `/tmp/{row_key}`: videos are named below the output folder",
        "videos: 'C:/{row_key}' | videos is `C:/{row_key}`: videos are named below the output folder",
        "videos: 'a/../../{row_key}' | videos is `a/../../{row_key}`: `..` would lead out",
        "videos: '{campaign}/' | videos is `{campaign}/`: the name of a file is missing",
        "problems: ignore | problems is `ignore`: write stop or skip",
        "problems: stop; problems: skip | problems is given twice, first in line 7: keep one",
      })
  void says_what_would_be_right(String yaml, String message) throws Exception {
    String problems = folder.problems(JobFolder.LEAST + yaml.replace("; ", "\n"));
    assertThat(problems).contains(":" + (yaml.contains("; ") ? 8 : 7) + ": " + message);
    assertThat(problems.lines()).hasSize(1);
    assertThat(problems).doesNotContain("x1y2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cap: 100 | cap: 0 | spend.cap is `0`: write more than 0 credits",
        "cap: 100 | cap: 1e9 | spend.cap is `1e9`: write a number of credits",
        "name: sandbox | name: vigdo | provider.name is `vigdo`: did you mean `vidgo`?",
        "name: sandbox | name: sandbox, base-url: 'https://x.y' | provider.base-url is for provider vidgo",
        "rows.csv | rows.cvs | manifest is `rows.cvs`: there is no file at rows.cvs (paths begin at the job file)",
        "rows.csv | media | manifest is `media`: media is not a file (paths",
        "media | medai | assets is `medai`: there is no folder at medai",
        "output: out | output: rows.csv | output is `rows.csv`: rows.csv is a file: name a folder",
      })
  void says_what_is_wrong_with_a_required_value(String right, String wrong, String message)
      throws Exception {
    assertThat(folder.problems(JobFolder.LEAST.replace(right, wrong)))
        .containsPattern("^job.yaml:[1-6]: ")
        .contains(message);
  }

  @Test
  void does_not_repeat_the_secrets_of_an_address() throws Exception {
    for (String url :
        new String[] {"https://me:pw1@h.x", "https://h.x/?sig=pw1", "https://pw1 x"}) {
      String vidgo = "{name: vidgo, base-url: '" + url + "'}";
      assertThat(
              folder.problems(
                  JobFolder.LEAST.replace("{name: sandbox}", vidgo) + "storage: {bucket: abc}"))
          .startsWith("job.yaml:6: provider.base-url ")
          .doesNotContain("pw1");
    }
  }

  @Test
  void keeps_sandbox_settings_away_from_the_real_service() throws Exception {
    assertThat(
            folder.problems(
                JobFolder.LEAST.replace("{name: sandbox}", "{name: vidgo}")
                    + "storage: {bucket: abc}\nsandbox: {balance: 1}"))
        .isEqualTo(
            "job.yaml:8: sandbox settings only work with provider.name sandbox: delete them");
  }

  @Test
  void points_at_the_line_where_the_yaml_breaks() throws Exception {
    assertThat(folder.problems("name: a\nspend: {cap: 1\nprovider: x\n"))
        .matches("job.yaml:[23]: not YAML: .*");
    assertThat(folder.problems("")).startsWith("job.yaml: the file is empty");
    assertThat(folder.problems("- a\n- b\n")).contains("job.yaml:1: the file is a list");
    assertThat(folder.problems("a: b\n---\nc: d\n")).contains("not YAML: ");
  }

  @Test
  void survives_hostile_yaml() throws Exception {
    assertThat(folder.problems("a: " + "[".repeat(5000))).contains("job.yaml");
    assertThat(folder.problems("a: &a [*a, *a]\nb: c\n")).contains("job.yaml:2: b is not a");
    assertThat(folder.problems("a: !!java.net.URL [http://x]\n"))
        .contains("job.yaml:1: not YAML: Global tag is not allowed");
    assertThat(folder.problems("x".repeat(2 << 20))).contains("larger than 1 MB");
  }

  @Test
  void says_that_there_is_no_file_to_read() throws Exception {
    Path absent = Path.of("jobs", "absent.yaml");
    assertThatThrownBy(() -> new JobLoader(Set.of()).load(absent))
        .hasMessage("jobs/absent.yaml: there is no such file");
    Path latin = Files.write(root.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xE4});
    assertThatThrownBy(() -> new JobLoader(Set.of()).load(latin))
        .hasMessageEndingWith("latin.yaml: is not UTF-8: save it as UTF-8 text");
  }
}

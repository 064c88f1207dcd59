package io.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callsheet.ledger.RowCounts;
import io.callsheet.model.ExitCode;
import io.callsheet.model.RowState;
import io.callsheet.model.RunPhase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTest {
  @TempDir private Path folder;

  @Test
  void the_home_is_the_one_named_else_beside_the_launcher() {
    Properties properties = new Properties();
    properties.setProperty("callsheet.launcher", "/opt/callsheet");
    assertThat(Home.find(Map.of(), properties).folder())
        .isEqualTo(Path.of("/opt/callsheet/.callsheet"));
    assertThat(Home.find(Map.of("CALLSHEET_HOME", " "), properties).folder())
        .isEqualTo(Path.of("/opt/callsheet/.callsheet"));
    assertThat(Home.find(Map.of("CALLSHEET_HOME", "/var/../srv/state"), properties).folder())
        .isEqualTo(Path.of("/srv/state"));
  }

  @Test
  void an_output_belongs_to_the_ledger_that_claimed_it_first() {
    Path output = folder.resolve("out");
    Output.claim(output, "ledger-a");
    Output.claim(output, "ledger-a");
    assertThatThrownBy(() -> Output.claim(output, "ledger-b"))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exit()).isEqualTo(ExitCode.REFUSED))
        .hasMessageContaining("ledger-a")
        .hasMessageContaining("CALLSHEET_HOME");
  }

  @Test
  void an_output_that_cannot_be_a_folder_is_refused() throws Exception {
    Path file = Files.writeString(folder.resolve("out"), "a file");
    assertThatThrownBy(() -> Output.claim(file, "ledger-a"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cannot write to the output");
  }

  @Test
  void where_a_run_stands_comes_back_as_it_was_written() {
    LiveFile written = live(ThisProcess.now());
    Path file = folder.resolve("live.json");
    written.write(file);
    assertThat(LiveFile.read(file)).hasValue(written);
    assertThat(written.isAlive()).isTrue();
  }

  @Test
  void a_file_that_is_not_there_or_not_whole_says_nothing() throws Exception {
    assertThat(LiveFile.read(folder.resolve("gone.json"))).isEmpty();
    assertThat(LiveFile.read(Files.writeString(folder.resolve("half.json"), "{\"run\": \"spr")))
        .isEmpty();
    assertThat(LiveFile.read(Files.writeString(folder.resolve("empty.json"), ""))).isEmpty();
    assertThat(
            LiveFile.read(
                Files.writeString(folder.resolve("newer.json"), "{\"rows\": {\"DREAMING\": 1}}")))
        .isEmpty();
  }

  @Test
  void an_owner_that_has_died_is_no_owner() throws Exception {
    Process process = new ProcessBuilder("sleep", "60").start();
    ThisProcess owner =
        new ThisProcess(
            process.pid(),
            process.info().startInstant().map(Instant::toString).orElse(""),
            ThisProcess.now().host());
    Home home = new Home(folder);
    Path file = Files.createDirectories(home.runs().resolve("spring-1")).resolve("live.json");
    live(owner).write(file);
    assertThat(LiveFile.owners(home)).isPresent();
    process.destroyForcibly().waitFor();
    assertThat(LiveFile.owners(home)).isEmpty();
  }

  @Test
  void another_process_with_the_same_pid_is_not_the_owner() {
    ThisProcess me = ThisProcess.now();
    assertThat(live(new ThisProcess(me.pid(), "1970-01-01T00:00:00Z", me.host())).isAlive())
        .isFalse();
    assertThat(live(new ThisProcess(me.pid(), me.started(), "elsewhere")).isAlive()).isFalse();
  }

  private static LiveFile live(ThisProcess owner) {
    return LiveFile.of(
        ProgressTest.run(RunPhase.RUNNING),
        new RowCounts(Map.of(RowState.RENDERING, 3L, RowState.SUCCEEDED, 1L), 2),
        List.of(),
        owner,
        Instant.parse("2026-03-11T04:23:18.123Z"));
  }
}

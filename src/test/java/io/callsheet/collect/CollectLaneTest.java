package io.callsheet.collect;

import static io.callsheet.collect.CollectDesk.digest;
import static io.callsheet.collect.CollectDesk.video;
import static io.callsheet.collect.CollectDesk.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.lane.Pause;
import io.callsheet.ledger.CollectBook.Delivered;
import io.callsheet.ledger.CollectRow;
import io.callsheet.model.Sha256;
import io.callsheet.model.TaskId;
import io.callsheet.provider.DownloadOutcome;
import io.callsheet.provider.StatusOutcome;
import io.callsheet.testing.LedgerFile;
import io.callsheet.testing.ScriptedService;
import io.callsheet.testing.Turns;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectLaneTest {
  @TempDir private static Path state;
  private static LedgerFile file;

  @TempDir private Path output;
  private CollectDesk desk;

  @BeforeAll
  static void open() throws Exception {
    file = LedgerFile.in(state);
  }

  @AfterAll
  static void close() {
    file.close();
  }

  @BeforeEach
  void sit_down() throws Exception {
    desk = new CollectDesk(file, output);
  }

  @Test
  void a_whole_video_comes_home() throws Exception {
    desk.serve(video(1));

    Turns.one(desk.lane());

    assertThat(desk.target()).hasBinaryContent(video(1));
    assertThat(desk.run.state(1)).isEqualTo("SUCCEEDED");
    assertThat(desk.run.column(1, "sha256")).isEqualTo(digest(video(1)));
    assertThat(desk.run.column(1, "rendered_ms")).isNotNull();
    assertThat(desk.videos().resolve(".partial")).isEmptyDirectory();
    assertThat(desk.videos().resolve(".earlier")).doesNotExist();
  }

  @Test
  void the_digest_is_in_the_ledger_before_the_file_is_in_place() throws Exception {
    desk.serve(video(1));
    CollectLane lane = desk.lane();
    CollectRow row = lane.claim(1).get(0);
    Fetched fetched = lane.work(row);
    // A folder in the way makes the rename fail, as a death between the two would.
    Files.createDirectories(desk.target().resolve("in-the-way"));

    lane.record(List.of(fetched));

    assertThat(desk.control.pause()).map(Pause::kind).contains(Pause.Kind.DISK);
    assertThat(desk.run.state(1)).isEqualTo("RENDERED");
    assertThat(desk.run.column(1, "sha256")).isEqualTo(digest(video(1)));
  }

  @Test
  void other_content_that_is_there_moves_aside() throws Exception {
    Files.write(desk.target(), video(1));
    desk.serve(video(2));

    Turns.one(desk.lane());

    assertThat(desk.target()).hasBinaryContent(video(2));
    assertThat(desk.videos().resolve(".earlier/" + digest(video(1)) + ".mp4"))
        .hasBinaryContent(video(1));
  }

  @Test
  void the_same_content_is_not_kept_twice() throws Exception {
    Files.write(desk.target(), video(1));
    desk.serve(video(1));

    Turns.one(desk.lane());

    assertThat(desk.target()).hasBinaryContent(video(1));
    assertThat(desk.videos().resolve(".earlier")).doesNotExist();
    assertThat(desk.run.state(1)).isEqualTo("SUCCEEDED");
  }

  @Test
  void a_death_before_the_rename_fetches_again() throws Exception {
    announce(video(1));
    Files.write(desk.videos().resolve(".partial/1.mp4"), video(1));
    desk.folder.prepare();
    desk.serve(video(1));

    Turns.one(desk.lane());

    assertThat(desk.service.downloads).hasSize(1);
    assertThat(desk.target()).hasBinaryContent(video(1));
    assertThat(desk.run.state(1)).isEqualTo("SUCCEEDED");
  }

  @Test
  void a_death_after_the_rename_is_recognised_without_another_download() throws Exception {
    announce(video(1));
    Files.write(desk.target(), video(1));

    Turns.one(desk.lane());

    assertThat(desk.service.downloads).isEmpty();
    assertThat(desk.run.state(1)).isEqualTo("SUCCEEDED");
    assertThat(desk.run.column(1, "sha256")).isEqualTo(digest(video(1)));
  }

  @Test
  void a_death_before_the_rename_over_an_older_file_keeps_the_older_one() throws Exception {
    Files.write(desk.target(), video(1));
    announce(video(2));
    desk.serve(video(2));

    Turns.one(desk.lane());

    assertThat(desk.target()).hasBinaryContent(video(2));
    assertThat(desk.videos().resolve(".earlier/" + digest(video(1)) + ".mp4")).exists();
  }

  @Test
  void a_video_cut_short_is_fetched_again() throws Exception {
    byte[] whole = video(1);
    desk.serve(Arrays.copyOf(whole, whole.length / 2));

    Turns.one(desk.lane());
    assertThat(desk.run.state(1)).isEqualTo("RENDERED");
    assertThat(desk.target()).doesNotExist();
    assertThat(Turns.one(desk.lane())).as("due at once").isZero();

    desk.serve(whole);
    desk.clock.advance(Duration.ofSeconds(1));
    Turns.one(desk.lane());
    assertThat(desk.target()).hasBinaryContent(whole);
    assertThat(desk.run.state(1)).isEqualTo("SUCCEEDED");
  }

  @Test
  void a_url_that_is_gone_is_asked_for_anew() throws Exception {
    URI fresh = URI.create("https://files.test/fresh.mp4");
    byte[] bytes = video(1);
    desk.service.answering =
        new ScriptedService.Answering() {
          @Override
          public StatusOutcome status(TaskId task) {
            return new StatusOutcome.Finished(fresh, null);
          }

          @Override
          public DownloadOutcome download(URI from, Path target) {
            return from.equals(fresh)
                ? write(bytes, target)
                : new DownloadOutcome.Gone(403, "expired");
          }
        };

    Turns.one(desk.lane());
    assertThat(desk.run.column(1, "video_url")).isEqualTo(fresh.toString());
    desk.clock.advance(Duration.ofSeconds(1));
    Turns.one(desk.lane());

    assertThat(desk.run.state(1)).isEqualTo("SUCCEEDED");
    assertThat(desk.service.downloads).hasSize(2);
  }

  @Test
  void a_full_disk_pauses_the_run_and_loses_no_row() throws Exception {
    desk.answer((from, target) -> new DownloadOutcome.NoRoom("no space left"));

    Turns.one(desk.lane());

    Pause pause = desk.control.pause().orElseThrow();
    assertThat(pause.kind()).isEqualTo(Pause.Kind.DISK);
    assertThat(pause.message()).contains("free some space", "no space left");
    assertThat(desk.run.state(1)).isEqualTo("RENDERED");
  }

  @Test
  void a_url_that_leads_where_we_do_not_go_is_lost_money_in_the_end() throws Exception {
    desk.answer((from, target) -> new DownloadOutcome.Forbidden("a private address"));
    CollectLane lane = desk.lane();

    for (int turn = 0; turn < 50 && desk.run.state(1).equals("RENDERED"); turn++) {
      Turns.one(lane);
      desk.clock.advance(Duration.ofMinutes(1));
    }

    assertThat(desk.service.downloads).as("chances given").hasSizeGreaterThan(1);
    assertIsLost("a private address");
  }

  @Test
  void the_same_unplayable_bytes_twice_are_lost_money_and_kept() throws Exception {
    byte[] broken = Arrays.copyOf(video(1), 5000);
    desk.serve(broken);
    CollectLane lane = desk.lane();

    Turns.one(lane);
    assertThat(desk.run.state(1)).isEqualTo("RENDERED");
    desk.clock.advance(Duration.ofSeconds(1));
    Turns.one(lane);

    assertIsLost("it is kept as");
    assertThat(desk.target()).doesNotExist();
    try (Stream<Path> files = Files.walk(desk.videos())) {
      assertThat(files.filter(Files::isRegularFile))
          .singleElement()
          .satisfies(kept -> assertThat(kept).hasBinaryContent(broken));
    }
  }

  private void assertIsLost(String reason) {
    assertThat(desk.run.state(1)).isEqualTo("FAILED");
    assertThat(desk.run.column(1, "failure")).isEqualTo("LOST");
    assertThat(desk.control.pause().map(Pause::kind)).contains(Pause.Kind.TOLERATED);
    assertThat(String.valueOf(desk.run.column(1, "reason"))).contains(reason);
    assertThat(desk.run.credits(1))
        .as("what was paid")
        .containsExactly("RESERVE 36/0", "SETTLE -36/36");
  }

  private void announce(byte[] bytes) {
    desk.run
        .ledger()
        .collects()
        .announce(
            desk.run.id(),
            List.of(new Delivered(1, Sha256.of(bytes), Duration.ofSeconds(1), false)));
  }
}

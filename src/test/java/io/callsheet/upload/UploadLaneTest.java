package io.callsheet.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.lane.Pause;
import io.callsheet.lane.RunControl;
import io.callsheet.model.Credits;
import io.callsheet.storage.StoreOutcome;
import io.callsheet.testing.LedgerFile;
import io.callsheet.testing.LedgerRun;
import io.callsheet.testing.RecordingStore;
import io.callsheet.testing.SettableClock;
import io.callsheet.testing.Turns;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadLaneTest {
  @TempDir private static Path folder;
  private static LedgerFile file;

  private final SettableClock clock = new SettableClock();
  private final RecordingStore store = new RecordingStore();
  private final RunControl control = new RunControl(clock);

  @BeforeAll
  static void open() throws Exception {
    file = LedgerFile.in(folder);
  }

  @AfterAll
  static void close() {
    file.close();
  }

  @Test
  void stores_each_distinct_file_once() throws Exception {
    LedgerRun run = run("a.png+x.mp4", "a.png+y.mp4", "a.png+z.mp4", "b.png+x.mp4", "b.png+y.mp4");

    Turns.one(lane(run));

    assertThat(store.puts).containsExactlyInAnyOrder("a.png", "b.png", "x.mp4", "y.mp4", "z.mp4");
    assertThat(run.ledger().counts(run.id()).byState().toString()).isEqualTo("{STAGED=5}");
  }

  @Test
  void a_file_that_changed_since_the_plan_is_not_sent() throws Exception {
    LedgerRun run = run("a.png+x.mp4", "b.png+x.mp4");
    store.putting =
        path ->
            path.endsWith("a.png")
                ? new StoreOutcome.Changed("a.png is another file now")
                : new StoreOutcome.Stored("key", true);

    Turns.one(lane(run));

    assertThat(run.state(1)).isEqualTo("NOT_RUN");
    assertThat(run.column(1, "not_run")).isEqualTo("ASSET_CHANGED");
    assertThat(run.column(1, "reason")).isEqualTo("a.png is another file now");
    assertThat(run.state(2)).isEqualTo("STAGED");
    assertThat(control.isDraining()).isFalse();
  }

  @Test
  void a_refusing_store_pauses_the_run_and_no_row_fails() throws Exception {
    LedgerRun run = run("a.png+x.mp4");
    store.putting = path -> new StoreOutcome.Denied("no such bucket");

    Turns.one(lane(run));

    assertThat(control.pause()).contains(new Pause(Pause.Kind.STORAGE, "no such bucket"));
    assertThat(run.state(1)).isEqualTo("READY");
  }

  @Test
  void a_store_that_does_not_answer_is_asked_again_after_a_rest() throws Exception {
    LedgerRun run = run("a.png+x.mp4");
    UploadLane lane = lane(run);
    store.putting = path -> new StoreOutcome.Unreachable("connection reset");

    Turns.one(lane);
    assertThat(Turns.one(lane)).as("rows due at once").isZero();
    assertThat(lane.nextDue()).contains(clock.instant().plusSeconds(1));
    clock.advance(Duration.ofSeconds(1));
    Turns.one(lane);
    assertThat(lane.nextDue()).contains(clock.instant().plusSeconds(2));

    store.putting = path -> new StoreOutcome.Stored("key", true);
    clock.advance(Duration.ofSeconds(2));
    Turns.one(lane);
    assertThat(run.state(1)).isEqualTo("STAGED");
    assertThat(control.isDraining()).isFalse();
  }

  @Test
  void a_store_that_is_gone_for_long_pauses_the_run() throws Exception {
    LedgerRun run = run("a.png+x.mp4");
    UploadLane lane = lane(run);
    store.putting = path -> new StoreOutcome.Unreachable("connection reset");

    Turns.one(lane);
    clock.advance(Duration.ofMinutes(10).plusSeconds(1));
    Turns.one(lane);

    assertThat(control.pause()).contains(new Pause(Pause.Kind.STORAGE, "connection reset"));
    assertThat(run.state(1)).isEqualTo("READY");
  }

  @Test
  void a_file_whose_upload_failed_is_not_believed_to_be_there() throws Exception {
    LedgerRun run = run("a.png+x.mp4", "a.png+y.mp4");
    store.putting =
        path ->
            store.puts.size() == 1
                ? new StoreOutcome.Unreachable("connection reset")
                : new StoreOutcome.Stored("key", true);

    Turns.one(lane(run));

    assertThat(store.puts).containsExactly("a.png", "a.png", "y.mp4");
    assertThat(run.state(1)).isEqualTo("READY");
    assertThat(run.state(2)).isEqualTo("STAGED");
  }

  private LedgerRun run(String... pairs) {
    return file.run(clock, Credits.of(1000), pairs);
  }

  private UploadLane lane(LedgerRun run) {
    return new UploadLane(run.ledger(), run.id(), new StoredAssets(store), control, clock);
  }
}

package io.callsheet.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.ledger.PollRow;
import io.callsheet.ledger.Verdict;
import io.callsheet.model.Credits;
import io.callsheet.model.FailureClass;
import io.callsheet.provider.StatusOutcome;
import io.callsheet.testing.LedgerFile;
import io.callsheet.testing.LedgerRun;
import io.callsheet.testing.SettableClock;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the place of a task is free for another row. */
class PlacesOfTasksTest {
  private static final URI FILE = URI.create("https://files.test/1.mp4");

  @TempDir private static Path folder;
  private static LedgerFile file;

  private final SettableClock clock = new SettableClock();
  private final LedgerRun run =
      file.run(clock, Credits.of(1000), "a.png+x.mp4", "b.png+y.mp4").rendering();
  private final PollDesk desk = new PollDesk(run, clock);

  @BeforeAll
  static void open() throws Exception {
    file = LedgerFile.in(folder);
  }

  @AfterAll
  static void close() {
    file.close();
  }

  @BeforeEach
  void when_the_tasks_may_be_done() {
    clock.advance(Duration.ofMinutes(1));
  }

  @Test
  void a_finished_task_gives_its_place_back_before_it_is_booked() throws Exception {
    desk.answer(new StatusOutcome.Finished(FILE, null));
    PollLane lane = desk.lane();
    PollRow row = lane.claim(1).get(0);

    assertThat(lane.work(row)).isNotNull();

    assertThat(run.state(row.no())).isEqualTo("RENDERING");
    assertThat(desk.inFlight.size()).isEqualTo(1);
  }

  @Test
  void a_failed_task_keeps_its_place_until_the_consequences_are_drawn() throws Exception {
    desk.answer(new StatusOutcome.Failed(FailureClass.MEDIA, "no face"));
    PollLane lane = desk.lane();
    PollRow row = lane.claim(1).get(0);

    Verdict verdict = Objects.requireNonNull(lane.work(row));

    assertThat(desk.inFlight.size()).isEqualTo(2);
    lane.record(List.of(verdict));
    assertThat(desk.inFlight.size()).isEqualTo(1);
  }
}

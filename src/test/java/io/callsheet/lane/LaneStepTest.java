package io.callsheet.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.callsheet.testing.LedgerFile;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.step.StepExecution;

@Timeout(60)
class LaneStepTest {
  @TempDir private static Path folder;

  private static LedgerFile file;
  private static BatchRoom batch;

  private final RunControl control = new RunControl(InstantSource.system());
  private final CountDownLatch held = new CountDownLatch(1);

  @BeforeAll
  static void open() throws Exception {
    file = LedgerFile.in(folder);
    batch = new BatchRoom(file);
  }

  @AfterAll
  static void close() {
    file.close();
  }

  @Test
  void a_slow_row_holds_up_nobody_but_itself() throws Exception {
    FakeLane lane = laneThatHolds(1, 2, 10);

    BatchRoom.Running running = batch.start(lane, control, lane::isLive);
    await().until(() -> lane.recorded.size() == 9);
    assertThat(lane.recorded).doesNotContain(1L);
    held.countDown();

    StepExecution end = running.end().get();
    assertThat(end.getStatus()).isEqualTo(BatchStatus.COMPLETED);
    assertThat(lane.recorded).hasSize(10).contains(1L);
  }

  @Test
  void the_same_row_is_never_at_work_twice() throws Exception {
    FakeLane lane = laneThatHolds(1, 3, 20);

    BatchRoom.Running running = batch.start(lane, control, lane::isLive);
    await().until(() -> lane.recorded.size() == 19);
    held.countDown();
    running.end().get();

    assertThat(lane.begun).doesNotHaveDuplicates().hasSize(20);
  }

  @Test
  void counts_are_rows_and_not_turns() throws Exception {
    FakeLane lane = new FakeLane("counted", 4, 25);

    StepExecution end = batch.start(lane, control, lane::isLive).end().get();

    assertThat(end.getReadCount()).isEqualTo(25);
    assertThat(end.getWriteCount()).isEqualTo(25);
  }

  @Test
  void waits_for_rows_that_another_lane_still_has() throws Exception {
    FakeLane earlier = new FakeLane("earlier", 1, 1);
    FakeLane lane = new FakeLane("later", 1, 0);

    BatchRoom.Running running = batch.start(lane, control, earlier::isLive);
    lane.waiting.add(5L);
    control.bells().ringAll();
    await().until(() -> lane.recorded.contains(5L));
    assertThat(running.end()).isNotDone();
    earlier.record(java.util.List.of(1L));
    control.bells().ringAll();

    assertThat(running.end().get().getStatus()).isEqualTo(BatchStatus.COMPLETED);
  }

  @Test
  void ends_stopped_with_rows_unread_and_keeps_what_was_at_work() throws Exception {
    FakeLane lane = laneThatHolds(1, 1, 10);

    BatchRoom.Running running = batch.start(lane, control, lane::isLive);
    await().until(() -> lane.begun.contains(1L));
    control.stop();
    held.countDown();

    StepExecution end = running.end().get();
    assertThat(end.getStatus()).isEqualTo(BatchStatus.STOPPED);
    assertThat(lane.recorded).containsExactly(1L);
    assertThat(lane.waiting).hasSize(9);
  }

  @Test
  void a_lane_that_may_not_work_while_draining_begins_nothing_more() throws Exception {
    FakeLane lane = laneThatHolds(1, 1, 10);

    BatchRoom.Running running =
        batch.start(lane, control, () -> !control.isDraining() && lane.isLive());
    await().until(() -> lane.begun.contains(1L));
    control.pause(new Pause(Pause.Kind.CREDITS, "top up"));
    held.countDown();

    assertThat(running.end().get().getStatus()).isEqualTo(BatchStatus.COMPLETED);
    assertThat(lane.recorded).containsExactly(1L);
  }

  @Test
  void an_interrupt_ends_it_stopped() throws Exception {
    FakeLane lane = laneThatHolds(1, 1, 10);

    BatchRoom.Running running = batch.start(lane, control, lane::isLive);
    await().until(() -> lane.begun.contains(1L));
    running.thread().interrupt();
    await().until(control::isStopping);
    held.countDown();

    assertThat(running.end().get().getStatus()).isEqualTo(BatchStatus.STOPPED);
    assertThat(lane.recorded).containsExactly(1L);
  }

  @Test
  void a_row_whose_work_throws_fails_the_step_but_loses_no_result() throws Exception {
    CountDownLatch thrown = new CountDownLatch(1);
    FakeLane lane =
        new FakeLane("broken", 3, 3) {
          @Override
          void doWork(long row) throws InterruptedException {
            if (row == 2) {
              thrown.countDown();
              throw new IllegalStateException("a bug");
            }
            if (row == 3) {
              held.await();
            }
          }
        };

    BatchRoom.Running running = batch.start(lane, control, lane::isLive);
    thrown.await();
    await().until(() -> control.pause().isPresent());
    held.countDown();

    assertThat(running.end().get().getStatus()).isEqualTo(BatchStatus.FAILED);
    assertThat(lane.recorded).containsExactlyInAnyOrder(1L, 3L);
    assertThat(control.pause().orElseThrow().kind()).isEqualTo(Pause.Kind.INTERNAL);
    assertThat(control.pause().orElseThrow().message()).contains("the broken lane", "a bug");
  }

  @Test
  void a_lane_that_cannot_record_does_not_leave_the_others_waiting() throws Exception {
    FakeLane broken =
        new FakeLane("unrecorded", 1, 1) {
          @Override
          public void record(java.util.List<Long> done) {
            throw new IllegalStateException("the database is gone");
          }
        };
    FakeLane other = new FakeLane("other", 1, 0);

    BatchRoom.Running waiting = batch.start(other, control, broken::isLive);
    StepExecution end = batch.start(broken, control, broken::isLive).end().get();

    assertThat(end.getStatus()).isEqualTo(BatchStatus.FAILED);
    assertThat(control.pause().orElseThrow().message()).contains("the database is gone");
    assertThat(waiting.end().get().getStatus()).isEqualTo(BatchStatus.STOPPED);
  }

  @Test
  void holds_no_connection_while_rows_are_at_work() throws Exception {
    FakeLane lane = laneThatHolds(1, 1, 1);
    HikariDataSource pool = (HikariDataSource) file.database().source();

    BatchRoom.Running running = batch.start(lane, control, lane::isLive);
    await().until(() -> lane.begun.contains(1L));
    await().until(() -> pool.getHikariPoolMXBean().getActiveConnections() == 0);
    held.countDown();

    assertThat(running.end().get().getStatus()).isEqualTo(BatchStatus.COMPLETED);
  }

  @Test
  void a_row_of_which_nothing_is_decided_is_worked_on_again_and_not_recorded() throws Exception {
    FakeLane lane =
        new FakeLane("undecided", 2, 3) {
          @Override
          boolean decidesNothing(long row) {
            return row == 2 && begun.stream().filter(begun -> begun == 2).count() < 3;
          }
        };

    StepExecution end = batch.start(lane, control, lane::isLive).end().get();

    assertThat(end.getStatus()).isEqualTo(BatchStatus.COMPLETED);
    assertThat(lane.begun.stream().filter(begun -> begun == 2)).hasSize(3);
    assertThat(lane.recorded).containsExactlyInAnyOrder(1L, 2L, 3L);
  }

  @Test
  void rows_that_were_claimed_ahead_are_begun_without_another_claim() throws Exception {
    FakeLane lane =
        new FakeLane("ahead", 2, 200) {
          @Override
          public int ahead() {
            return 100;
          }
        };

    batch.start(lane, control, lane::isLive).end().get();

    assertThat(lane.recorded).hasSize(200).doesNotHaveDuplicates();
    assertThat(lane.begun).doesNotHaveDuplicates();
    assertThat(lane.claims.get()).as("claims of two rows each would be 100").isLessThan(50);
  }

  @Test
  void a_lane_that_watches_rows_ends_all_the_same_when_the_ledger_knows_of_none() throws Exception {
    FakeLane lane =
        new FakeLane("watching", 1, 0) {
          @Override
          public boolean isWatching() {
            return true;
          }
        };

    StepExecution end = batch.start(lane, control, () -> false).end().get();

    assertThat(end.getStatus()).isEqualTo(BatchStatus.COMPLETED);
  }

  private FakeLane laneThatHolds(long held, int width, long rows) {
    return new FakeLane("holding", width, rows) {
      @Override
      void doWork(long row) throws InterruptedException {
        if (row == held) {
          LaneStepTest.this.held.await();
        }
      }
    };
  }
}

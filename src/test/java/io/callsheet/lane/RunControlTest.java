package io.callsheet.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.callsheet.testing.SettableClock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@Timeout(60)
class RunControlTest {
  private static final Duration LONG = Duration.ofHours(1);

  private final SettableClock clock = new SettableClock();
  private final RunControl control = new RunControl(clock);

  @Test
  void the_first_reason_is_the_one_that_is_told() {
    control.pause(new Pause(Pause.Kind.CREDITS, "first"));
    control.pause(new Pause(Pause.Kind.KEY, "second"));

    assertThat(control.pause()).contains(new Pause(Pause.Kind.CREDITS, "first"));
    assertThat(control.isLeaving()).as("the second one still ends the lanes at once").isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = Pause.Kind.class,
      mode = Mode.INCLUDE,
      names = {"APPROVAL", "CREDITS", "SERVICE", "STORAGE", "TOLERATED"})
  void what_is_in_flight_is_followed_through(Pause.Kind kind) {
    control.pause(new Pause(kind, ""));

    assertThat(control.isDraining()).isTrue();
    assertThat(control.isStopping()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = Pause.Kind.class,
      names = {"REFUSED", "PLANNED", "DISK", "OWNER", "INTERNAL"})
  void some_reasons_stop_at_once(Pause.Kind kind) {
    control.pause(new Pause(kind, ""));

    assertThat(control.isDraining()).isTrue();
    assertThat(control.isStopping()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = Pause.Kind.class,
      names = {"KEY", "UNREACHABLE"})
  void some_reasons_end_the_lanes_and_leave_the_reports(Pause.Kind kind) {
    control.pause(new Pause(kind, ""));

    assertThat(control.isLeaving()).isTrue();
    assertThat(control.isStopping()).isFalse();
  }

  @Test
  void a_wait_for_the_past_ends_at_once() throws Exception {
    assertThat(control.awaitUnlessDraining(clock.instant())).isTrue();
    assertThat(control.awaitUnlessStopping(clock.instant().minus(LONG))).isTrue();
  }

  @Test
  void a_pause_ends_the_waits_of_those_who_would_begin_something_new() throws Exception {
    CompletableFuture<Boolean> beginner = new CompletableFuture<>();
    CompletableFuture<Boolean> follower = new CompletableFuture<>();
    inBackground(() -> beginner.complete(control.awaitUnlessDraining(clock.instant().plus(LONG))));
    inBackground(() -> follower.complete(control.awaitUnlessStopping(clock.instant().plus(LONG))));

    control.pause(new Pause(Pause.Kind.CREDITS, ""));

    assertThat(beginner.get()).isFalse();
    assertThat(follower).isNotDone();
    control.stop();
    assertThat(follower.get()).isFalse();
  }

  private static void inBackground(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    thread.setDaemon(true);
    thread.start();
    await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
  }

  private interface Work {
    void run() throws InterruptedException;
  }
}

package io.callsheet.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PollScheduleTest {
  @Test
  void begins_with_what_the_job_says() {
    PollSchedule schedule = new PollSchedule(Duration.ofMinutes(5));

    assertThat(schedule.first()).hasMinutes(5);
    assertThat(schedule.next(Duration.ofMinutes(5))).hasSeconds(30);
  }

  @Test
  void asks_every_ten_seconds_while_nothing_is_known() {
    PollSchedule schedule = new PollSchedule(null);

    assertThat(schedule.first()).hasSeconds(10);
    assertThat(schedule.next(Duration.ofSeconds(10))).hasSeconds(10);
    assertThat(schedule.next(Duration.ofSeconds(400))).hasSeconds(40);
  }

  @Test
  void steps_grow_with_the_age_up_to_a_minute() {
    PollSchedule schedule = new PollSchedule(Duration.ofSeconds(1));

    assertThat(schedule.next(Duration.ofMillis(100))).hasMillis(250);
    assertThat(schedule.next(Duration.ofSeconds(40))).hasSeconds(4);
    assertThat(schedule.next(Duration.ofHours(2))).hasSeconds(60);
    assertThat(schedule.overdue()).hasMinutes(10);
  }

  @Test
  void learns_that_renders_are_slower_than_said() {
    PollSchedule schedule = new PollSchedule(Duration.ofSeconds(1));
    render(schedule, Duration.ofSeconds(100), 100);

    assertThat(schedule.first()).isBetween(Duration.ofSeconds(80), Duration.ofSeconds(125));
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 10, 300, 1200})
  void keeps_finding_renders_soon_after_they_are_done(long seconds) {
    Duration render = Duration.ofSeconds(seconds);
    PollSchedule schedule = new PollSchedule(render.multipliedBy(3));
    render(schedule, render, 200);

    for (int i = 0; i < 5000; i++) {
      Duration found = render(schedule, render, 1);
      assertThat(found).isLessThan(render.multipliedBy(13).dividedBy(10).plusMillis(500));
    }
  }

  @Test
  void needs_few_polls_a_render() {
    PollSchedule schedule = new PollSchedule(Duration.ofSeconds(300));
    Duration render = Duration.ofSeconds(300);
    render(schedule, render, 200);

    int polls = 0;
    for (int i = 0; i < 1000; i++) {
      for (Duration age = schedule.first(); age.compareTo(render) < 0; ) {
        age = age.plus(schedule.next(age));
        polls++;
      }
      polls++;
      render(schedule, render, 1);
    }
    assertThat(polls).isLessThan(4000);
  }

  /** Plays renders that all take as long; returns at which age the last one was found done. */
  private static Duration render(PollSchedule schedule, Duration length, int times) {
    Duration found = Duration.ZERO;
    for (int i = 0; i < times; i++) {
      boolean first = true;
      found = schedule.first();
      while (found.compareTo(length) < 0) {
        found = found.plus(schedule.next(found));
        first = false;
      }
      schedule.done(found, first);
    }
    return found;
  }
}

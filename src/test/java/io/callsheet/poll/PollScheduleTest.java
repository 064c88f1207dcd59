package io.callsheet.poll;

import static io.callsheet.poll.PollSimulation.KIND;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PollScheduleTest {
  @Test
  void begins_near_what_the_job_says() {
    PollSchedule schedule = schedule(Duration.ofMinutes(5));

    assertThat(schedule.first(KIND)).isBetween(Duration.ofMinutes(2), Duration.ofMinutes(5));
  }

  @Test
  void asks_every_ten_seconds_while_nothing_is_known() {
    PollSchedule schedule = schedule(null);

    assertThat(schedule.first(KIND)).hasSeconds(10);
    assertThat(schedule.next(KIND, Duration.ofSeconds(10))).hasSeconds(20);
    assertThat(schedule.next(KIND, Duration.ofSeconds(400))).hasSeconds(440);
  }

  @Test
  void beyond_all_that_was_seen_steps_grow_with_the_age_up_to_a_minute() {
    PollSchedule schedule = schedule(Duration.ofSeconds(1));

    assertThat(schedule.next(KIND, Duration.ofSeconds(40))).hasSeconds(44);
    assertThat(schedule.next(KIND, Duration.ofHours(2))).hasSeconds(7260);
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 10, 300, 1200})
  void a_wrong_guess_is_mended_by_the_first_renders(long seconds) {
    for (long guess : new long[] {seconds * 10, seconds}) {
      PollSimulation renders = new PollSimulation(Duration.ofSeconds(guess), 1, random -> seconds);
      renders.run(200, 5);

      assertThat(renders.run(100, 5).delay()).as("guess %d", guess).isLessThan(0.06);
    }
  }

  @Test
  void what_one_run_has_learned_the_next_one_knows() {
    String text = "";
    for (int i = 0; i < 20; i++) {
      text = PollSchedule.learn(text, Duration.ofSeconds(95), Duration.ofSeconds(105));
    }
    String known = text;

    PollSchedule schedule =
        new PollSchedule(kind -> Optional.of(known), Duration.ofSeconds(1), 60_000);

    assertThat(schedule.first(KIND)).isBetween(Duration.ofSeconds(90), Duration.ofSeconds(106));
  }

  @Test
  void when_polls_are_scarce_each_task_gets_fewer() {
    PollSchedule schedule = new PollSchedule(kind -> Optional.empty(), Duration.ofSeconds(60), 60);
    int before = polls(schedule);

    schedule.share(60, false);

    assertThat(polls(schedule)).isLessThan(before);
  }

  @Test
  void while_rows_wait_for_places_each_task_gets_more() {
    PollSchedule schedule = schedule(Duration.ofSeconds(60));
    schedule.share(20, false);
    int before = polls(schedule);

    assertThat(schedule.share(20, true)).isTrue();
    assertThat(polls(schedule)).isGreaterThan(before);

    assertThat(schedule.share(20, false)).isFalse();
    assertThat(polls(schedule)).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void while_rows_wait_for_places_delays_all_but_vanish(Shape shape) {
    PollSimulation renders = new PollSimulation(Duration.ofSeconds(120), 1, shape.seconds);
    renders.hurry(20);
    renders.run(300, 20);

    PollSimulation.Result hasty = renders.run(2000, 20);

    assertThat(hasty.polls()).isLessThan(8);
    assertThat(hasty.delay()).isLessThan(0.04);
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void beats_a_fixed_interval_at_as_many_polls(Shape shape) {
    PollSimulation renders = new PollSimulation(Duration.ofSeconds(120), 1, shape.seconds);
    renders.run(300, 20);

    PollSimulation.Result learned = renders.run(2000, 20);

    PollSimulation.Result fixed = renders.fixed(2000, interval(renders, learned.polls()));
    assertThat(learned.polls()).isLessThan(3.3);
    assertThat(learned.delay()).isLessThan(fixed.delay() * 0.9);
    assertThat(learned.delay()).isLessThan(shape.delay);
  }

  /** The shortest one that asks no more often than this on average. */
  private static double interval(PollSimulation renders, double polls) {
    double low = 1;
    double high = 1000;
    for (int i = 0; i < 30; i++) {
      double middle = Math.sqrt(low * high);
      if (renders.fixed(2000, middle).polls() > polls) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private static int polls(PollSchedule schedule) {
    int polls = 0;
    for (Duration age = schedule.first(KIND);
        age.compareTo(Duration.ofSeconds(90)) < 0;
        age = schedule.next(KIND, age)) {
      polls++;
    }
    return polls;
  }

  private static PollSchedule schedule(@Nullable Duration typical) {
    return new PollSchedule(kind -> Optional.empty(), typical, 1_000_000);
  }

  /**
   * How renders may take, and the delay that is reached with three polls. For UNIFORM (1.5 to 2.5
   * times something) three polls at the best ages leave 4.5 % at best; the wider ones leave more.
   */
  enum Shape {
    UNIFORM(random -> 90 + 60 * random.nextDouble(), 0.06),
    LOG_NORMAL(random -> 120 * Math.exp(0.25 * random.nextGaussian()), 0.1),
    TWO_HUMPS(
        random -> (random.nextInt(10) < 7 ? 60 : 300) * Math.exp(0.1 * random.nextGaussian()), 0.1);

    final ToDoubleFunction<Random> seconds;
    final double delay;

    Shape(ToDoubleFunction<Random> seconds, double delay) {
      this.seconds = seconds;
      this.delay = delay;
    }
  }
}

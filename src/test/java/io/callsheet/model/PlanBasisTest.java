package io.callsheet.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanBasisTest {
  private final PlanBasis then =
      new PlanBasis(Map.of("spend.cap", "2000", "rate card 720p", "9 credits a second"));

  @Test
  void the_same_settings_are_no_change() {
    assertThat(then.changesTo(new PlanBasis(then.settings()))).isEmpty();
  }

  @Test
  void each_change_is_named_old_to_new() {
    PlanBasis now =
        new PlanBasis(Map.of("spend.cap", "2000", "rate card 720p", "10 credits a second"));
    assertThat(then.changesTo(now))
        .containsExactly(
            new PlanBasis.Change("rate card 720p", "9 credits a second → 10 credits a second"));
  }

  @Test
  void a_setting_that_the_older_plan_could_not_know_has_not_changed() {
    assertThat(then.changesTo(new PlanBasis(Map.of("pairs", "cross")))).isEmpty();
  }
}

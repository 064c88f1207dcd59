package io.callsheet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class KeptTimesTest {
  @Test
  void a_time_is_cut_to_what_the_database_keeps_and_never_reaches_the_next_second() {
    Instant justBefore = Instant.parse("2026-03-11T04:23:18.999999Z");
    assertThat(Columns.requiredTime(justBefore)).isEqualTo("2026-03-11T04:23:18.999Z");
    assertThat(Columns.time(justBefore)).isEqualTo("2026-03-11T04:23:18.999Z");
    assertThat(Columns.time(null)).isNull();
  }
}

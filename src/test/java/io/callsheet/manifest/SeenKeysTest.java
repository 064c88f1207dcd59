package io.callsheet.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeenKeysTest {

  @Test
  void remembers_every_key_through_its_growth() {
    SeenKeys seen = new SeenKeys();
    for (int i = 1; i <= 50_000; i++) {
      assertThat(seen.get("key-" + i)).isZero();
      seen.put("key-" + i, i);
    }
    for (int i = 1; i <= 50_000; i++) {
      assertThat(seen.get("key-" + i)).isEqualTo(i);
    }
  }

  @Test
  void replaces_the_number_of_a_key() {
    SeenKeys seen = new SeenKeys();
    seen.put("a", 1);
    seen.put("a", 7);
    assertThat(seen.get("a")).isEqualTo(7);
    assertThat(seen.get("A")).isZero();
  }
}

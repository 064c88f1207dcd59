package io.callsheet.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.model.AssetFacts;
import io.callsheet.model.MediaType;
import io.callsheet.model.Sha256;
import io.callsheet.testing.RecordingStore;
import io.callsheet.testing.SettableClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignedAddressesTest {
  private final SettableClock clock = new SettableClock();
  private final RecordingStore store = new RecordingStore();
  private final AtomicInteger signed = new AtomicInteger();
  private final SignedAddresses addresses = new SignedAddresses(store, Duration.ofHours(20), clock);

  @BeforeEach
  void count() {
    store.presigning = signed::incrementAndGet;
  }

  @Test
  void an_asset_of_many_rows_is_signed_once() {
    addresses.of(asset("1"));
    addresses.of(asset("1"));
    addresses.of(asset("2"));

    assertThat(signed).hasValue(2);
    assertThat(addresses.of(asset("1"))).isNotEqualTo(addresses.of(asset("2")));
  }

  @Test
  void an_address_with_less_than_nearly_all_of_its_life_left_is_not_handed_out() {
    addresses.of(asset("1"));

    clock.advance(Duration.ofMinutes(59));
    addresses.of(asset("1"));
    assertThat(signed).hasValue(1);

    clock.advance(Duration.ofMinutes(1));
    addresses.of(asset("1"));
    assertThat(signed).hasValue(2);
  }

  @Test
  void a_clock_that_was_set_back_makes_no_address_live_longer() {
    addresses.of(asset("1"));

    clock.advance(Duration.ofDays(-1));
    addresses.of(asset("1"));

    assertThat(signed).hasValue(2);
  }

  private static AssetFacts asset(String digit) {
    return new AssetFacts(new Sha256(digit.repeat(64)), MediaType.PNG, 100, 10, 10, Duration.ZERO);
  }
}

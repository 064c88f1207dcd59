package io.callsheet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

abstract class OwnerBookContract {

  private static final Duration LIFE = Duration.ofSeconds(30);
  private static final Owner ME = new Owner(1, "10:00", "here");
  private static final Owner OTHER = new Owner(2, "11:00", "there");

  private final String job = UUID.randomUUID().toString();

  abstract OpenLedger open();

  @Test
  void a_free_lease_is_taken_and_then_held() {
    assertThat(take(ME)).isEqualTo(new Lease.Taken(1));
    assertThat(take(OTHER)).isEqualTo(new Lease.Held(ME, open().clock().instant().plus(LIFE)));
    assertThat(owners().take(job, "draft", OTHER, LIFE, owner -> false))
        .isEqualTo(new Lease.Taken(1));
  }

  @Test
  void a_lease_is_held_to_its_last_instant() {
    take(ME);
    open().clock().advance(LIFE.minusMillis(1));
    assertThat(take(OTHER)).isInstanceOf(Lease.Held.class);
    open().clock().advance(Duration.ofMillis(1));
    assertThat(take(OTHER)).isEqualTo(new Lease.Taken(2));
  }

  @Test
  void a_renewed_lease_lives_on() {
    take(ME);
    open().clock().advance(LIFE.minusSeconds(1));
    assertThat(owners().renew(job, "", 1, LIFE)).isTrue();
    open().clock().advance(LIFE.minusSeconds(1));
    assertThat(take(OTHER)).isInstanceOf(Lease.Held.class);
  }

  @Test
  void a_dead_owner_is_taken_over_at_once_and_the_epoch_rises() {
    take(ME);
    assertThat(owners().take(job, "", OTHER, LIFE, ME::equals)).isEqualTo(new Lease.Taken(2));
    assertThat(owners().take(job, "", ME, LIFE, OTHER::equals)).isEqualTo(new Lease.Taken(3));
  }

  @Test
  void an_owner_of_an_older_epoch_can_neither_renew_nor_release() {
    take(ME);
    owners().take(job, "", OTHER, LIFE, ME::equals);
    assertThat(owners().renew(job, "", 1, LIFE)).isFalse();
    owners().release(job, "", 1);
    assertThat(take(ME)).isInstanceOf(Lease.Held.class);
  }

  @Test
  void a_released_lease_is_free_and_its_epoch_is_never_given_again() {
    take(ME);
    owners().release(job, "", 1);
    assertThat(take(OTHER)).isEqualTo(new Lease.Taken(2));
  }

  @Test
  void of_many_that_come_first_together_one_takes_it_and_the_others_are_told_who()
      throws Exception {
    int takers = 8;
    ExecutorService threads = Executors.newFixedThreadPool(takers);
    for (int round = 0; round < 5; round++) {
      String contested = UUID.randomUUID().toString();
      CyclicBarrier start = new CyclicBarrier(takers);
      List<Future<Lease>> leases = new ArrayList<>();
      for (int i = 0; i < takers; i++) {
        Owner taker = new Owner(100 + i, "12:00", "here");
        leases.add(
            threads.submit(
                () -> {
                  start.await();
                  return owners().take(contested, "", taker, LIFE, owner -> false);
                }));
      }
      int taken = 0;
      for (Future<Lease> lease : leases) {
        taken += lease.get(1, TimeUnit.MINUTES) instanceof Lease.Taken ? 1 : 0;
      }
      assertThat(taken).isEqualTo(1);
    }
    threads.shutdown();
  }

  private OwnerBook owners() {
    return open().ledger().owners();
  }

  private Lease take(Owner owner) {
    return owners().take(job, "", owner, LIFE, any -> false);
  }
}

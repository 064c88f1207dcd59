package io.callsheet.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SharedCheckpointTest {
  private final AtomicInteger made = new AtomicInteger();
  private final CountDownLatch first = new CountDownLatch(1);
  private final SharedCheckpoint shared =
      new SharedCheckpoint(
          () -> {
            if (made.incrementAndGet() == 1) {
              try {
                first.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            }
          });

  @Test
  void those_who_come_during_one_share_the_next() throws Exception {
    List<Thread> threads = new ArrayList<>();
    threads.add(asking());
    await().until(() -> made.get() == 1);
    for (int i = 0; i < 5; i++) {
      threads.add(asking());
    }
    await().until(() -> threads.stream().allMatch(SharedCheckpointTest::isWaiting));
    first.countDown();
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(made).as("one that was under way, and one for all who came then").hasValue(2);
  }

  @Test
  void one_who_comes_alone_gets_its_own() {
    first.countDown();

    shared.make();
    shared.make();

    assertThat(made).hasValue(2);
  }

  @Test
  void in_a_crowd_one_serves_many() throws Exception {
    first.countDown();
    int threads = 8;
    int each = 25;
    List<Thread> crowd = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      Thread thread =
          new Thread(
              () -> {
                for (int n = 0; n < each; n++) {
                  shared.make();
                }
              });
      thread.start();
      crowd.add(thread);
    }
    for (Thread thread : crowd) {
      thread.join();
    }

    assertThat(made.get()).isBetween(each, threads * each / 2);
  }

  @Test
  void what_is_left_to_others_is_made_by_the_next_that_comes() throws Exception {
    first.countDown();

    shared.soon();
    shared.make();
    shared.soon();
    await().until(() -> made.get() == 2);
    shared.make();

    assertThat(made).as("one for both, and one for each after").hasValue(3);
  }

  @Test
  void nobody_who_leaves_it_to_others_is_forgotten() throws Exception {
    shared.soon();
    await().until(() -> made.get() == 1);
    // It is under way: what is committed now may not be in it.
    shared.soon();
    shared.soon();
    first.countDown();

    await().until(() -> made.get() == 2);
  }

  @Test
  void one_that_fails_behind_everybodys_back_fails_for_whoever_waits_next() {
    SharedCheckpoint broken =
        new SharedCheckpoint(
            () -> {
              made.incrementAndGet();
              throw new IllegalStateException("no space left");
            });

    broken.soon();
    await().until(() -> made.get() == 1);

    assertThatThrownBy(broken::make).hasMessage("no space left");
    broken.soon();
    await().until(() -> made.get() == 3);
  }

  private Thread asking() {
    Thread thread = new Thread(shared::make);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static boolean isWaiting(Thread thread) {
    return thread.getState() == Thread.State.WAITING;
  }
}

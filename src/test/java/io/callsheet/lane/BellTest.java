package io.callsheet.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BellTest {
  private static final Duration LONG = Duration.ofHours(1);

  private final Bell bell = new Bell();

  @Test
  void a_ring_before_the_wait_is_not_missed() throws Exception {
    long seen = bell.rings();
    bell.ring();

    bell.await(seen, LONG);

    assertThat(bell.rings()).isNotEqualTo(seen);
  }

  @Test
  void a_ring_wakes_everybody_who_waits() throws Exception {
    long seen = bell.rings();
    CompletableFuture<Thread> first = waiting(seen);
    CompletableFuture<Thread> second = waiting(seen);

    bell.ring();

    first.get();
    second.get();
  }

  @Test
  void patience_ends_without_a_ring() throws Exception {
    long seen = bell.rings();
    long start = System.nanoTime();

    bell.await(seen, Duration.ofMillis(20));

    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(20_000_000);
    assertThat(bell.rings()).isEqualTo(seen);
  }

  private CompletableFuture<Thread> waiting(long seen) {
    CompletableFuture<Thread> end = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                bell.await(seen, LONG);
                end.complete(Thread.currentThread());
              } catch (InterruptedException e) {
                end.completeExceptionally(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
    return end;
  }

  @Test
  void a_nudge_wakes_without_a_word_of_new_work() throws Exception {
    Bell bell = new Bell();
    long seen = bell.rings();
    long news = bell.news();

    bell.nudge();
    bell.await(seen, Duration.ofDays(1));
    assertThat(bell.news()).isEqualTo(news);

    bell.ring();
    assertThat(bell.news()).isNotEqualTo(news);
  }
}

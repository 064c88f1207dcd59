package io.callsheet.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.callsheet.model.AssetFacts;
import io.callsheet.model.MediaType;
import io.callsheet.model.Sha256;
import io.callsheet.storage.StoreOutcome;
import io.callsheet.testing.RecordingStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StoredAssetsTest {
  private static final int THREADS = 6;
  private static final StoreOutcome STORED = new StoreOutcome.Stored("key", true);
  private static final StoreOutcome DENIED = new StoreOutcome.Denied("no such bucket");

  private final RecordingStore store = new RecordingStore();
  private final StoredAssets assets = new StoredAssets(store);

  @Test
  void threads_with_the_same_bytes_store_them_once_and_ask_no_more() throws Exception {
    assertThat(putAtOnce(STORED)).hasSize(THREADS).containsOnly(STORED);

    assertThat(store.puts).hasSize(1);
  }

  @Test
  void each_thread_tries_for_itself_what_is_not_stored() throws Exception {
    assertThat(putAtOnce(DENIED)).hasSize(THREADS).containsOnly(DENIED);

    assertThat(store.puts).hasSize(THREADS);
  }

  /** What each of many threads gets that come while the first of them is at it. */
  private Queue<StoreOutcome> putAtOnce(StoreOutcome outcome) throws Exception {
    CountDownLatch all = new CountDownLatch(1);
    store.putting =
        file -> {
          try {
            all.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return outcome;
        };
    AssetFacts facts =
        new AssetFacts(Sha256.of(new byte[1]), MediaType.PNG, 1, 640, 480, Duration.ZERO);
    Queue<StoreOutcome> outcomes = new ConcurrentLinkedQueue<>();
    List<Thread> threads =
        Stream.generate(
                () -> new Thread(() -> outcomes.add(assets.put(facts, Path.of("clip.png")))))
            .limit(THREADS)
            .toList();
    threads.forEach(Thread::start);
    await().until(() -> threads.stream().allMatch(one -> one.getState() == Thread.State.WAITING));
    all.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    return outcomes;
  }
}

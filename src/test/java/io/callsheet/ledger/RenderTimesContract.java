package io.callsheet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.model.ChargeBasis;
import io.callsheet.model.Credits;
import io.callsheet.model.Resolution;
import io.callsheet.model.RunId;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;

abstract class RenderTimesContract {
  private static final int TURNS = 10;

  private final String model = UUID.randomUUID().toString();

  abstract OpenLedger open();

  @Test
  void what_was_learned_is_kept_by_kind() {
    RenderKind kind = kind(3);
    assertThat(times(kind)).isEmpty();

    learn(open().ledger(), List.of(kind, kind));

    assertThat(times(kind)).isEqualTo("..");
    assertThat(times(kind(8))).isEmpty();
  }

  @RepeatedTest(3)
  void two_processes_that_learn_at_once_lose_nothing_and_do_not_lock_each_other_out()
      throws Exception {
    List<RenderKind> kinds = List.of(kind(3), kind(8));
    List<RenderKind> backwards = new ArrayList<>(kinds);
    Collections.reverse(backwards);
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);

    List<Future<?>> learners = new ArrayList<>();
    for (List<RenderKind> order : List.of(kinds, backwards)) {
      Ledger process = process();
      learners.add(
          threads.submit(
              () -> {
                for (int i = 0; i < TURNS; i++) {
                  together.await(1, TimeUnit.MINUTES);
                  learn(process, order);
                }
                return null;
              }));
    }
    for (Future<?> learner : learners) {
      learner.get(1, TimeUnit.MINUTES);
    }
    threads.shutdown();

    for (RenderKind kind : kinds) {
      assertThat(times(kind)).isEqualTo(".".repeat(2 * TURNS));
    }
  }

  @Test
  void verdicts_of_two_processes_that_teach_the_first_lesson_at_once_are_both_booked()
      throws Exception {
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    List<Future<Scene>> booked = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Scene scene = Scene.staged(open(), Credits.of(1_000), 1);
      PollRow row = scene.rendering(1);
      Ledger process = process();
      Verdict done =
          new Verdict.Finished(
              row, URI.create("https://files.example/1.mp4"), Scene.PRICE, ChargeBasis.PROVIDER);
      booked.add(
          threads.submit(
              () -> {
                together.await(1, TimeUnit.MINUTES);
                process.polls().record(scene.id, List.of(done), List.of(lesson(kind(3))));
                return scene;
              }));
    }
    for (Future<Scene> scene : booked) {
      assertThat(scene.get(1, TimeUnit.MINUTES).run().charged()).isEqualTo(Scene.PRICE);
    }
    threads.shutdown();
    assertThat(times(kind(3))).isEqualTo("..");
  }

  /** Knows nothing of what another one has done but by the database. */
  private Ledger process() {
    return new Ledger(
        open().database(), new JdbcTransactionManager(open().database().source()), open().clock());
  }

  private static void learn(Ledger ledger, List<RenderKind> kinds) {
    ledger
        .polls()
        .record(
            new RunId("none", 1),
            List.of(),
            kinds.stream().map(RenderTimesContract::lesson).toList());
  }

  private static Lesson lesson(RenderKind kind) {
    return new Lesson(kind, text -> text + ".");
  }

  private String times(RenderKind kind) {
    return open().ledger().polls().times(kind).orElse("");
  }

  private RenderKind kind(int seconds) {
    return RenderKind.of(Scene.ORIGIN, model, Resolution.P720, Duration.ofSeconds(seconds));
  }
}

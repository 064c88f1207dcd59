package io.callsheet.ledger;

import io.callsheet.model.ChargeBasis;
import io.callsheet.model.Credits;
import io.callsheet.model.FailureClass;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Does at random what lanes do, and what a former owner that wakes up late might do. */
final class RandomWalk {

  private static final URI FILE = URI.create("https://files.example/any.mp4");

  final Scene scene;
  private final Random random;
  private final List<SubmitRow> seenStaged = new ArrayList<>();
  private final List<Attempt> seenAttempts = new ArrayList<>();
  private final List<PollRow> seenRendering = new ArrayList<>();
  private long epoch = 1;

  RandomWalk(OpenLedger open, long seed) {
    this.random = new Random(seed);
    this.scene = Scene.staged(open, Scene.PRICE.times(12), 25);
  }

  void step() {
    switch (random.nextInt(10)) {
      case 0, 1, 2 -> intend();
      case 3, 4, 5 -> answer();
      case 6, 7, 8 -> poll();
      default -> rare();
    }
    scene.open.clock().advance(Duration.ofMillis(random.nextInt(2_000)));
  }

  private void intend() {
    seenStaged.addAll(scene.ledger.submits().due(scene.id, 3));
    if (seenStaged.isEmpty()) {
      return;
    }
    long by = random.nextInt(8) == 0 ? epoch - 1 : epoch;
    if (scene.tryIntend(any(seenStaged), by) instanceof IntentOutcome.Begun begun) {
      seenAttempts.add(begun.attempt());
    }
  }

  private void answer() {
    if (seenAttempts.isEmpty()) {
      return;
    }
    Attempt attempt = any(seenAttempts);
    scene.answer(
        switch (random.nextInt(5)) {
          case 0 -> new Answer.Refused(attempt, 400, "no", FailureClass.REQUEST);
          case 1 -> new Answer.NotTaken(attempt, 429, "later", scene.now());
          case 2 -> new Answer.Doubt(attempt, 0, "reset");
          default -> scene.accepted(attempt);
        });
  }

  private void poll() {
    seenRendering.addAll(scene.ledger.polls().due(scene.id, 3));
    if (seenRendering.isEmpty()) {
      return;
    }
    PollRow row = any(seenRendering);
    scene.verdict(
        switch (random.nextInt(5)) {
          case 0 -> new Verdict.Failed(row, FailureClass.PROVIDER, "no");
          case 1 -> new Verdict.Retry(row, "again", scene.now());
          case 2 -> new Verdict.Overdue(row, scene.now().plusSeconds(1));
          default -> new Verdict.Finished(row, FILE, charge(), ChargeBasis.PROVIDER);
        });
  }

  private void rare() {
    switch (random.nextInt(3)) {
      case 0 -> {
        epoch++;
        scene.ledger.runs().adopt(scene.id, epoch, Scene.PRICE.times(12 + random.nextInt(8)));
        scene.ledger.submits().recover(scene.id, epoch);
      }
      case 1 ->
          scene.ledger.collects().due(scene.id, 2).stream()
              .map(row -> new CollectBook.Lost(row.no(), "gone"))
              .forEach(lost -> scene.ledger.collects().record(scene.id, List.of(lost)));
      default ->
          scene.ledger.collects().due(scene.id, 2).stream()
              .map(
                  row ->
                      new CollectBook.Delivered(
                          row.no(), Scene.digest("video " + row.no()), Scene.LENGTH, false))
              .forEach(file -> scene.ledger.collects().record(scene.id, List.of(file)));
    }
  }

  private Credits charge() {
    return Scene.PRICE.plus(new Credits(random.nextInt(9_000) - 4_500));
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}

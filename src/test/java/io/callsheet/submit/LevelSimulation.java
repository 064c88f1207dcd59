package io.callsheet.submit;

import io.callsheet.lane.Places;
import io.callsheet.lane.RateGate;
import io.callsheet.lane.RunControl;
import io.callsheet.ledger.Answer;
import io.callsheet.ledger.Attempt;
import io.callsheet.ledger.RateBook;
import io.callsheet.model.AttemptState;
import io.callsheet.model.Credits;
import io.callsheet.model.Sha256;
import io.callsheet.model.TaskId;
import io.callsheet.provider.SubmitOutcome;
import io.callsheet.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Submits without end, in simulated time, to a service that bears so many tasks and so many calls
 * and tells nobody. The gate, the places and the reaction to answers are the real ones.
 */
final class LevelSimulation {
  /** A call takes so long, and half of that to arrive. */
  private static final double CALL = 0.1;

  private final SettableClock clock;
  private final Instant start;
  private final RateGate gate;
  private final Places places;
  private final Reaction reaction;
  private final Random random;
  private final PriorityQueue<Event> events =
      new PriorityQueue<>((a, b) -> Double.compare(a.at, b.at));
  private final Deque<Integer> waiting = new ArrayDeque<>();
  private @Nullable Integer next;
  private final int width;
  private final Attempt attempt;
  private int bears;
  private double perMinute;
  private boolean tells = true;
  private double now;
  private int atWork;
  private long seen;
  private int open;
  private double tokens;
  private double filled;
  private long taken;
  private long refused;
  private double used;

  LevelSimulation(RateBook book, String name, SettableClock clock, int perMinute, int inFlight) {
    this.clock = clock;
    this.start = clock.instant();
    this.gate = new RateGate(book, "submit " + name, perMinute, clock);
    this.places = new Places(book, "in flight " + name, inFlight, () -> seen, () -> 0, clock);
    RunControl control = new RunControl(clock);
    this.reaction = new Reaction(gate, places, new DoubtBrake(control, clock), control, clock);
    this.random = new Random(11);
    this.width = gate.width(8, 64);
    Sha256 some = Sha256.of(new byte[1]);
    this.attempt =
        new Attempt(
            1, 1, AttemptState.INTENT, 1, "", some.hex(), Credits.of(1), "", null, null, start);
  }

  /** From now on the service bears so many tasks at once and so many calls a minute. */
  LevelSimulation bears(int tasks, double callsPerMinute) {
    bears = tasks;
    perMinute = callsPerMinute;
    return this;
  }

  /** Whether a refusal for too many tasks says that it is one. */
  LevelSimulation tells(boolean words) {
    tells = words;
    return this;
  }

  /** Goes on for so long, and says what came of it in that time. */
  Result run(Duration time) {
    double began = now;
    double until = now + time.toSeconds();
    taken = 0;
    refused = 0;
    used = 0;
    begin();
    while (events.peek() != null && events.peek().at <= until) {
      Event event = events.remove();
      until(event.at);
      event.what.run();
      begin();
    }
    until(until);
    double passed = until - began;
    return new Result(
        used / (passed * bears), taken / (passed / 60 * perMinute), 100.0 * refused / taken);
  }

  private void until(double until) {
    used += open * (until - now);
    now = until;
    Instant instant = start.plusNanos((long) (now * 1e9));
    clock.advance(Duration.between(clock.instant(), instant));
  }

  private void begin() {
    while (atWork < width && places.free() - atWork > 0) {
      atWork++;
      waiting.add(places.refusals());
    }
    if (next == null && !waiting.isEmpty()) {
      next = waiting.remove();
      double slot = Duration.between(start, gate.take()).toNanos() / 1e9;
      at(slot + 1e-6, this::pass);
    }
  }

  private void pass() {
    Integer refusals = next;
    next = null;
    if (gate.isClosed()) {
      waiting.addFirst(refusals);
    } else if (places.refusals() != refusals) {
      atWork--;
    } else {
      at(now + CALL / 2, this::arrive);
    }
  }

  private void arrive() {
    tokens = Math.min(Math.max(1, perMinute / 30), tokens + (now - filled) * perMinute / 60);
    filled = now;
    if (open >= bears || tokens < 1) {
      String message = open >= bears && tells ? "too many concurrent tasks" : "too many requests";
      refused++;
      answer(new SubmitOutcome.Throttled(null, 429, message));
      return;
    }
    tokens--;
    taken++;
    open++;
    double length = 90 + 60 * random.nextDouble();
    at(now + length, () -> open--);
    at(now + length * (1 + 0.04 * random.nextDouble()), () -> seen--);
    answer(new SubmitOutcome.Accepted(new TaskId("task"), 200, ""));
  }

  private void answer(SubmitOutcome outcome) {
    at(
        now + CALL / 2,
        () -> {
          atWork--;
          if (reaction.to(attempt, outcome) instanceof Answer.Accepted) {
            seen++;
          }
        });
  }

  private void at(double when, Runnable what) {
    events.add(new Event(Math.max(when, now), what));
  }

  /**
   * @param places share of the tasks that the service bears which rendered on average
   * @param rate share of the calls that it bears which it took
   * @param refusals for each hundred that it took
   */
  record Result(double places, double rate, double refusals) {
    @Override
    public String toString() {
      return "%.1f %% of the places, %.1f %% of the rate, %.2f refusals per 100 submits"
          .formatted(100 * places, 100 * rate, refusals);
    }
  }

  private record Event(double at, Runnable what) {}
}

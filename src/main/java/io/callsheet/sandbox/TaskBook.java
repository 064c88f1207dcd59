package io.callsheet.sandbox;

import io.callsheet.job.SandboxSettings;
import io.callsheet.model.Credits;
import io.callsheet.model.Rate;
import io.callsheet.model.Rounding;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All tasks of the account and the credits that they cost. */
final class TaskBook {
  private final SandboxSettings settings;
  private final Journal journal;
  private final FaultDice dice;
  private final Supplier<String> newId;
  private final Clock clock;
  private final RenderSlots slots;
  private final Map<String, Task> tasks = new HashMap<>();
  private final PriorityQueue<Task> unsettled =
      new PriorityQueue<>(Comparator.comparing(Task::end));
  private Credits balance;
  private Credits held = Credits.ZERO;

  /**
   * @param opening the balance before the first task of the journal
   */
  TaskBook(
      SandboxSettings settings,
      Credits opening,
      Journal journal,
      FaultDice dice,
      Supplier<String> newId,
      Clock clock) {
    this.settings = settings;
    this.balance = opening;
    this.journal = journal;
    this.dice = dice;
    this.newId = newId;
    this.clock = clock;
    this.slots = new RenderSlots(settings.maxConcurrent());
    for (Task task : journal.found()) {
      enter(task);
      slots.occupy(task.end());
    }
  }

  /**
   * Takes an order; the task is durable on return. Empty if the balance less the price of the tasks
   * under way does not cover it.
   */
  synchronized Optional<Task> take(Order order, References references) throws IOException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    settle(now);
    Duration length = references.video().length();
    Credits price = Rate.VIDGO.price(length, order.resolution(), Rounding.CEIL_SECOND);
    if (balance.minus(held).compareTo(price) < 0) {
      return Optional.empty();
    }
    String id = newId.get();
    Duration renderTime = renderTime(id);
    Instant start = slots.take(now, renderTime);
    Task task =
        new Task(
            id,
            now,
            start,
            start.plus(renderTime),
            failure(order),
            price,
            order.resolution(),
            references.image().sha256(),
            references.video().sha256(),
            length,
            order.callback(),
            dice.strikes(Fault.SHORT) ? length.multipliedBy(3).dividedBy(5) : null);
    journal.append(task);
    enter(task);
    return Optional.of(task);
  }

  synchronized Optional<Task> find(String id) {
    return Optional.ofNullable(tasks.get(id));
  }

  /** What is left after the charges of all tasks that have finished by now. */
  synchronized Credits balance() {
    settle(clock.instant());
    return balance;
  }

  private void enter(Task task) {
    tasks.put(task.id(), task);
    unsettled.add(task);
    held = held.plus(task.price());
  }

  private void settle(Instant now) {
    Task next = unsettled.peek();
    while (next != null && !next.end().isAfter(now)) {
      unsettled.remove();
      held = held.minus(next.price());
      if (next.failure() == null) {
        balance = balance.minus(next.price());
      }
      next = unsettled.peek();
    }
  }

  private Duration renderTime(String id) {
    long least = settings.renderMin().toMillis();
    long spread = Math.max(0, settings.renderMax().toMillis() - least);
    return Duration.ofMillis(least + new SplittableRandom(id.hashCode()).nextLong(spread + 1));
  }

  private boolean isForbidden(@Nullable String prompt) {
    return prompt != null && !settings.refuse().isEmpty() && prompt.contains(settings.refuse());
  }

  private @Nullable String failure(Order order) {
    if (dice.strikes(Fault.MODERATION) || isForbidden(order.prompt())) {
      return "The prompt violates our content policy";
    }
    return dice.strikes(Fault.FAIL) ? "Internal error while generating the video" : null;
  }
}

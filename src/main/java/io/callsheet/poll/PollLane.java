package io.callsheet.poll;

import io.callsheet.lane.Backoff;
import io.callsheet.lane.Lane;
import io.callsheet.lane.Outage;
import io.callsheet.lane.Pause;
import io.callsheet.lane.Places;
import io.callsheet.lane.Quarantine;
import io.callsheet.lane.RateGate;
import io.callsheet.lane.RunControl;
import io.callsheet.lane.Tolerance;
import io.callsheet.ledger.Ledger;
import io.callsheet.ledger.Lesson;
import io.callsheet.ledger.PollRow;
import io.callsheet.ledger.RenderKind;
import io.callsheet.ledger.Verdict;
import io.callsheet.model.ChargeBasis;
import io.callsheet.model.Credits;
import io.callsheet.model.FailureClass;
import io.callsheet.model.RowState;
import io.callsheet.model.RunId;
import io.callsheet.provider.RenderService;
import io.callsheet.provider.StatusOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks how tasks stand: RENDERING becomes RENDERED, FAILED, or STAGED for another try. */
public final class PollLane implements Lane<PollRow, Optional<Verdict>> {
  private static final int NARROWEST = 16;
  private static final int WIDEST = 64;
  private static final Duration WEIGHED = Duration.ofMillis(250);
  private static final int CHOICE = 4;
  private static final int MOVED_UP = 1000;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
  private static final Duration LONGEST_KEPT = Duration.ofSeconds(1);
  private static final Duration OUTAGE = Duration.ofMinutes(10);

  private final Ledger ledger;
  private final RunId run;
  private final RenderService service;
  private final PollSettings settings;
  private final PollSchedule schedule;
  private final RateGate gate;
  private final Tolerance tolerance;
  private final Quarantine quarantine;
  private final Outage outage;
  private final RunControl control;
  private final InstantSource clock;
  private final Instant begun;
  private final Sightings sightings = new Sightings();
  private final Places places;
  private long weighed = System.nanoTime() - WEIGHED.toNanos();

  public PollLane(
      Ledger ledger,
      RunId run,
      RenderService service,
      PollSettings settings,
      PollSchedule schedule,
      RateGate gate,
      Places places,
      Tolerance tolerance,
      Quarantine quarantine,
      RunControl control,
      InstantSource clock) {
    this.ledger = ledger;
    this.run = run;
    this.service = service;
    this.settings = settings;
    this.schedule = schedule;
    this.gate = gate;
    this.places = places;
    this.tolerance = tolerance;
    this.quarantine = quarantine;
    this.outage = new Outage(OUTAGE, clock);
    this.control = control;
    this.clock = clock;
    this.begun = clock.instant();
  }

  @Override
  public String name() {
    return "poll";
  }

  @Override
  public Set<String> feeds() {
    return Set.of("submit", "collect");
  }

  @Override
  public int width() {
    return gate.width(NARROWEST, WIDEST);
  }

  @Override
  public long rowNo(PollRow row) {
    return row.no();
  }

  @Override
  public boolean worksWhileDraining() {
    return true;
  }

  @Override
  public Duration patience() {
    return Duration.ofSeconds(2);
  }

  @Override
  public List<PollRow> claim(int limit) {
    weigh();
    Instant now = clock.instant();
    List<PollRow> due = ledger.polls().due(run, CHOICE * limit);
    if (due.size() <= limit) {
      return due;
    }
    // Polls are scarce: whoever is most likely done goes first, and nobody waits for ever.
    Map<PollRow, Double> likely = new HashMap<>();
    due.forEach(row -> likely.put(row, likelihood(row, now)));
    Comparator<PollRow> order = Comparator.comparing(likely::get);
    return due.stream().sorted(order.reversed()).limit(limit).toList();
  }

  /** Tasks that are done and not known to be cost time when all places are taken and rows wait. */
  private void weigh() {
    if (System.nanoTime() - weighed < WEIGHED.toNanos()) {
      return;
    }
    weighed = System.nanoTime();
    long tasks = ledger.submits().rendering(run);
    boolean hindering = places.areShort() && ledger.lanes().isWaiting(run);
    if (schedule.share(tasks, hindering)) {
      moveUp();
    }
  }

  private double likelihood(PollRow row, Instant now) {
    Duration age = Duration.between(row.submittedAt(), now);
    Duration working = sightings.working(row);
    double waited = Duration.between(row.submittedAt().plus(working), now).toMillis();
    return schedule.doneBy(kind(row), working, age) + waited / LONGEST_WAIT.toMillis();
  }

  private RenderKind kind(PollRow row) {
    return RenderKind.of(settings.origin(), settings.model(), row.resolution(), row.expected());
  }

  @Override
  public Optional<Instant> nextDue() {
    return ledger.lanes().nextDue(run, RowState.RENDERING);
  }

  @Override
  public Optional<Verdict> work(PollRow row) throws InterruptedException {
    if (!gate.pass(control::awaitUnlessStopping)) {
      return Optional.empty();
    }
    StatusOutcome outcome = service.status(row.task());
    if (outcome instanceof StatusOutcome.Throttled throttled) {
      gate.refused(throttled.retryAfter());
    } else {
      gate.passed();
    }
    watch(outcome);
    return Optional.of(verdict(row, outcome));
  }

  private void watch(StatusOutcome outcome) {
    if (!(outcome instanceof StatusOutcome.NoAnswer silent) || silent.http() == 404) {
      outage.answered();
    } else if (outage.failedForLong()) {
      control.pause(
          new Pause(
              Pause.Kind.UNREACHABLE,
              "the service has not answered for 10 minutes: " + silent.message()));
    }
    if (outcome instanceof StatusOutcome.KeyRefused refused) {
      control.pause(new Pause(Pause.Kind.KEY, "the service refuses the key: " + refused.message()));
    }
  }

  private Verdict verdict(PollRow row, StatusOutcome outcome) {
    Duration age = Duration.between(row.submittedAt(), clock.instant());
    if (outcome instanceof StatusOutcome.Finished finished) {
      Credits reported = finished.charged();
      return reported != null
          ? new Verdict.Finished(row, finished.file(), reported, ChargeBasis.PROVIDER)
          : new Verdict.Finished(row, finished.file(), computed(row), ChargeBasis.COMPUTED);
    }
    if (outcome instanceof StatusOutcome.Failed failed) {
      return failed.failure() == FailureClass.PROVIDER && row.retries() < settings.retries()
          ? new Verdict.Retry(
              row, failed.message(), clock.instant().plus(Backoff.after(row.retries())))
          : new Verdict.Failed(row, failed.failure(), failed.message());
    }
    // All else decides nothing: our patience or a failed call is no verdict on a render.
    boolean overdue = age.compareTo(settings.deadline()) > 0;
    Duration wait =
        overdue
            ? schedule.overdue()
            : outcome instanceof StatusOutcome.NoAnswer
                ? Backoff.after(row.polls())
                : schedule.next(kind(row), age).minus(age);
    if (outcome instanceof StatusOutcome.Working) {
      sightings.working(row, age);
    }
    return new Verdict.Waiting(row, clock.instant().plus(wait), overdue);
  }

  /** What the finished tasks teach those that still render, and later runs. */
  private List<Lesson> learn(List<Verdict> verdicts) {
    List<Lesson> lessons = new ArrayList<>();
    boolean sooner = false;
    for (Verdict verdict : verdicts) {
      PollRow row = verdict.row();
      // The age of a task from before a stop tells how long nobody looked.
      if (verdict instanceof Verdict.Finished && !row.submittedAt().isBefore(begun)) {
        Duration working = sightings.working(row);
        Duration done = Duration.between(row.submittedAt(), clock.instant());
        sooner |= schedule.done(kind(row), working, done);
        lessons.add(new Lesson(kind(row), text -> PollSchedule.learn(text, working, done)));
      }
      if (!(verdict instanceof Verdict.Waiting)) {
        sightings.forget(row);
      }
    }
    if (sooner) {
      moveUp();
    }
    return lessons;
  }

  /** Tasks that were to be asked for by what was known before. */
  private void moveUp() {
    Map<PollRow, Instant> due = new HashMap<>();
    for (PollRow row : ledger.polls().later(run, MOVED_UP)) {
      Duration next = schedule.next(kind(row), sightings.working(row));
      due.put(row, row.submittedAt().plus(next));
    }
    ledger.polls().moveUp(run, due);
  }

  private Credits computed(PollRow row) {
    return settings.rate().price(row.expected(), row.resolution(), settings.rounding());
  }

  /** That a task still works is found out again for free; an overdue one holds nobody. */
  @Override
  public Duration keep(Optional<Verdict> done) {
    if (done.isPresent() && done.get() instanceof Verdict.Waiting waiting && !waiting.overdue()) {
      Duration left = Duration.between(clock.instant(), waiting.due());
      return left.compareTo(LONGEST_KEPT) < 0 ? left : LONGEST_KEPT;
    }
    return Duration.ZERO;
  }

  @Override
  public void record(List<Optional<Verdict>> done) {
    List<Verdict> verdicts = done.stream().flatMap(Optional::stream).toList();
    if (!verdicts.isEmpty()) {
      ledger.polls().record(run, verdicts, learn(verdicts));
    }
    List<Long> failed =
        verdicts.stream()
            .filter(Verdict.Failed.class::isInstance)
            .map(verdict -> verdict.row().no())
            .toList();
    if (!failed.isEmpty()) {
      quarantine.check(failed);
      tolerance.failed(failed.size());
    }
  }
}

package io.callsheet.poll;

import io.callsheet.lane.Consequences;
import io.callsheet.lane.InFlight;
import io.callsheet.lane.Lane;
import io.callsheet.lane.Places;
import io.callsheet.lane.RateGate;
import io.callsheet.lane.RunControl;
import io.callsheet.ledger.Ledger;
import io.callsheet.ledger.PollRow;
import io.callsheet.ledger.Verdict;
import io.callsheet.model.RunId;
import io.callsheet.provider.RenderService;
import io.callsheet.provider.StatusOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks how tasks stand: RENDERING becomes RENDERED, FAILED, or STAGED for another try. */
public final class PollLane implements Lane<PollRow, Verdict> {
  private static final int NARROWEST = 16;
  private static final int WIDEST = 64;
  private static final int PAGE = 1000;
  private static final Duration WEIGHED = Duration.ofMillis(250);
  private static final Duration KEPT = Duration.ofMillis(40);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration LOOK_FOR_NEW = Duration.ofMillis(100);

  /** Then the ledger hands a task out again, should nobody ask for it any more. */
  private static final Duration WATCHED = Duration.ofHours(1);

  private final Ledger ledger;
  private final RunId run;
  private final Inquiry inquiry;
  private final Rounds rounds;
  private final RateGate gate;
  private final Places places;
  private final InFlight inFlight;
  private final Consequences consequences;
  private final InstantSource clock;
  private long weighed = System.nanoTime() - WEIGHED.toNanos();
  private long looked = System.nanoTime() - LOOK.toNanos();
  private boolean anyNew;

  public PollLane(
      Ledger ledger,
      RunId run,
      RenderService service,
      PollSettings settings,
      PollSchedule schedule,
      RateGate gate,
      Places places,
      InFlight inFlight,
      Consequences consequences,
      RunControl control,
      InstantSource clock) {
    this.ledger = ledger;
    this.run = run;
    this.inquiry = new Inquiry(service, settings, gate, control, clock);
    this.rounds = new Rounds(settings, schedule, clock);
    this.gate = gate;
    this.places = places;
    this.inFlight = inFlight;
    this.consequences = consequences;
    this.clock = clock;
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
  public void news() {
    anyNew = true;
  }

  @Override
  public boolean isWatching() {
    return !rounds.isEmpty();
  }

  @Override
  public List<PollRow> claim(int limit) {
    weigh();
    look();
    return rounds.due(limit);
  }

  /** Tasks that are done and not known to be cost time when all places are taken and rows wait. */
  private void weigh() {
    if (System.nanoTime() - weighed < WEIGHED.toNanos()) {
      return;
    }
    weighed = System.nanoTime();
    rounds.share(inFlight.size(), places.areShort() && ledger.lanes().isWaiting(run));
  }

  /** Takes over the tasks of which the ledger knows that nobody asks for them. */
  private void look() {
    if (untilLook().compareTo(Duration.ZERO) > 0) {
      return;
    }
    looked = System.nanoTime();
    anyNew = false;
    List<PollRow> page;
    do {
      page = ledger.polls().due(run, PAGE);
      if (!page.isEmpty()) {
        ledger.polls().watch(run, page, clock.instant().plus(WATCHED));
        page.forEach(this::take);
      }
    } while (page.size() == PAGE);
  }

  private void take(PollRow row) {
    if (!row.overdue()) {
      inFlight.begin(row.no());
    }
    rounds.take(row);
  }

  @Override
  public Optional<Instant> nextDue() {
    Instant look = clock.instant().plus(untilLook());
    return Optional.of(rounds.next().filter(look::isAfter).orElse(look));
  }

  /** A new task is not done at once: those that are accepted meanwhile share a look. */
  private Duration untilLook() {
    Duration pause = anyNew ? LOOK_FOR_NEW : LOOK;
    return pause.minusNanos(System.nanoTime() - looked);
  }

  @Override
  public @Nullable Verdict work(PollRow row) throws InterruptedException {
    StatusOutcome outcome = inquiry.ask(row);
    if (outcome == null) {
      return null;
    }
    Verdict verdict = inquiry.verdict(row, outcome);
    if (verdict == null) {
      rounds.rest(row, outcome);
    } else if (verdict instanceof Verdict.Finished) {
      rounds.finished(row);
      inFlight.end(row.no());
    }
    return verdict;
  }

  /** Finished tasks that are found within moments share a commit. */
  @Override
  public Duration keep(Verdict done) {
    return done instanceof Verdict.Finished ? KEPT : Duration.ZERO;
  }

  @Override
  public void record(List<Verdict> verdicts) {
    rounds.close(verdicts);
    List<Long> failed =
        verdicts.stream()
            .filter(Verdict.Failed.class::isInstance)
            .map(verdict -> verdict.row().no())
            .toList();
    consequences.book(failed, () -> ledger.polls().record(run, verdicts, rounds.lessons()));
    // The place of a failed task is free when the consequences are drawn.
    verdicts.forEach(verdict -> inFlight.end(verdict.row().no()));
  }
}

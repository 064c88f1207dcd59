package io.callsheet.submit;

import io.callsheet.lane.Backoff;
import io.callsheet.lane.Outage;
import io.callsheet.lane.Pause;
import io.callsheet.lane.Places;
import io.callsheet.lane.RateGate;
import io.callsheet.lane.RunControl;
import io.callsheet.ledger.Answer;
import io.callsheet.ledger.Attempt;
import io.callsheet.provider.SubmitOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Turns what the service did into what is booked, and into what the run does next. */
public final class Reaction {
  private static final Duration OUTAGE = Duration.ofMinutes(10);

  private final RateGate gate;
  private final RunControl control;
  private final InstantSource clock;
  private final Outage outage;
  private final Places places;
  private final DoubtBrake brake;

  public Reaction(
      RateGate gate, Places places, DoubtBrake brake, RunControl control, InstantSource clock) {
    this.gate = gate;
    this.places = places;
    this.brake = brake;
    this.control = control;
    this.clock = clock;
    this.outage = new Outage(OUTAGE, clock);
  }

  Answer to(Attempt attempt, SubmitOutcome outcome) {
    int http = outcome.http();
    String message = outcome.message();
    if (outcome instanceof SubmitOutcome.InDoubt) {
      brake.doubt(message);
      return new Answer.Doubt(attempt, http, message);
    }
    if (outcome instanceof SubmitOutcome.NotSent) {
      return notSent(attempt, message);
    }
    outage.answered();
    brake.clear();
    if (outcome instanceof SubmitOutcome.Accepted accepted) {
      passed();
      return new Answer.Accepted(attempt, http, message, accepted.task());
    }
    if (outcome instanceof SubmitOutcome.Refused refused) {
      passed();
      return new Answer.Refused(attempt, http, message, refused.failure());
    }
    if (outcome instanceof SubmitOutcome.Throttled throttled) {
      return notTaken(attempt, outcome, throttled(throttled));
    }
    if (outcome instanceof SubmitOutcome.OutOfCredits) {
      pause(Pause.Kind.CREDITS, "the service says that the account is out of credits: " + message);
    } else if (outcome instanceof SubmitOutcome.KeyRefused) {
      pause(Pause.Kind.KEY, "the service refuses the key: " + message);
    } else {
      pause(
          Pause.Kind.SERVICE,
          "the service does not know this address or model (provider.base-url, provider.model): "
              + message);
    }
    return notTaken(attempt, outcome, clock.instant());
  }

  private void passed() {
    gate.passed();
    places.passed();
  }

  /** Too many at once ends with a task of ours and needs no rest; all else needs one. */
  private Instant throttled(SubmitOutcome.Throttled throttled) {
    // Calls that were under way together say one thing, not several.
    boolean tooMany = !gate.isClosed() && places.refused(throttled.message());
    if (!tooMany) {
      return gate.refused(throttled.retryAfter());
    }
    gate.acquitted();
    return throttled.retryAfter() == null && !places.areEmpty()
        ? clock.instant().plus(Backoff.after(0))
        : gate.unanswered(throttled.retryAfter());
  }

  private Answer notSent(Attempt attempt, String message) {
    if (outage.failedForLong()) {
      pause(Pause.Kind.SERVICE, "the service cannot be reached: " + message);
    }
    Instant due = gate.unanswered(null);
    return new Answer.NotTaken(attempt, 0, message, due);
  }

  private static Answer notTaken(Attempt attempt, SubmitOutcome outcome, Instant due) {
    return new Answer.NotTaken(attempt, outcome.http(), outcome.message(), due);
  }

  private void pause(Pause.Kind kind, String message) {
    control.pause(new Pause(kind, message));
  }
}

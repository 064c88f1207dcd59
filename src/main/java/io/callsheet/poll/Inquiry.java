package io.callsheet.poll;

import io.callsheet.lane.Backoff;
import io.callsheet.lane.Outage;
import io.callsheet.lane.Pause;
import io.callsheet.lane.RateGate;
import io.callsheet.lane.RunControl;
import io.callsheet.ledger.PollRow;
import io.callsheet.ledger.Verdict;
import io.callsheet.model.ChargeBasis;
import io.callsheet.model.Credits;
import io.callsheet.model.FailureClass;
import io.callsheet.provider.RenderService;
import io.callsheet.provider.StatusOutcome;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** One question to the service, and what its answer means for the row and for the run. */
final class Inquiry {
  private static final Duration OUTAGE = Duration.ofMinutes(10);

  private final RenderService service;
  private final PollSettings settings;
  private final RateGate gate;
  private final Outage outage;
  private final RunControl control;
  private final InstantSource clock;

  Inquiry(
      RenderService service,
      PollSettings settings,
      RateGate gate,
      RunControl control,
      InstantSource clock) {
    this.service = service;
    this.settings = settings;
    this.gate = gate;
    this.outage = new Outage(OUTAGE, clock);
    this.control = control;
    this.clock = clock;
  }

  /** Waits for a slot and asks; null if the execution ends first. */
  @Nullable StatusOutcome ask(PollRow row) throws InterruptedException {
    if (!gate.pass(control::awaitUnlessStopping)) {
      return null;
    }
    StatusOutcome outcome = service.status(row.task());
    if (outcome instanceof StatusOutcome.Throttled throttled) {
      gate.refused(throttled.retryAfter());
    } else {
      gate.passed();
    }
    heed(outcome);
    return outcome;
  }

  private void heed(StatusOutcome outcome) {
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

  /** What is to be written down; null if nothing is decided. */
  @Nullable Verdict verdict(PollRow row, StatusOutcome outcome) {
    if (outcome instanceof StatusOutcome.Finished finished) {
      Credits reported = finished.charged();
      return reported != null
          ? new Verdict.Finished(row, finished.file(), reported, ChargeBasis.PROVIDER)
          : new Verdict.Finished(
              row, finished.file(), settings.computed(row), ChargeBasis.COMPUTED);
    }
    if (outcome instanceof StatusOutcome.Failed failed) {
      return failed.failure() == FailureClass.PROVIDER && row.retries() < settings.retries()
          ? new Verdict.Retry(
              row, failed.message(), clock.instant().plus(Backoff.after(row.retries())))
          : new Verdict.Failed(row, failed.failure(), failed.message());
    }
    // All else decides nothing: our patience or a failed call is no verdict on a render.
    Duration age = Duration.between(row.submittedAt(), clock.instant());
    return age.compareTo(settings.deadline()) > 0
        ? new Verdict.Overdue(row, clock.instant().plus(PollSchedule.OVERDUE))
        : null;
  }
}

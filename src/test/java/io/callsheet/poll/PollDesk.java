package io.callsheet.poll;

import io.callsheet.lane.Consequences;
import io.callsheet.lane.InFlight;
import io.callsheet.lane.Places;
import io.callsheet.lane.Quarantine;
import io.callsheet.lane.RateGate;
import io.callsheet.lane.RunControl;
import io.callsheet.lane.Tolerance;
import io.callsheet.model.Rate;
import io.callsheet.model.Rounding;
import io.callsheet.model.TaskId;
import io.callsheet.provider.StatusOutcome;
import io.callsheet.testing.LedgerRun;
import io.callsheet.testing.ScriptedService;
import io.callsheet.testing.SettableClock;
import java.time.Duration;
import java.util.Optional;

/** Poll lanes over a run whose rows render, and a service that answers as told. */
final class PollDesk {
  static final Duration DEADLINE = Duration.ofHours(2);

  /** So many that no slot is ever waited for: the clock stands. */
  private static final int NO_LIMIT = 60_000_000;

  final LedgerRun run;
  final SettableClock clock;
  final RunControl control;
  final ScriptedService service = new ScriptedService();
  final PollSchedule schedule =
      new PollSchedule(kind -> Optional.empty(), Duration.ofSeconds(20), 60_000);
  final InFlight inFlight;

  PollDesk(LedgerRun run, SettableClock clock) {
    this.run = run;
    this.clock = clock;
    this.control = new RunControl(clock);
    this.inFlight = new InFlight(run.ledger().submits().rendering(run.id()), () -> {});
  }

  void answer(StatusOutcome outcome) {
    service.answering =
        new ScriptedService.Answering() {
          @Override
          public StatusOutcome status(TaskId task) {
            return outcome;
          }
        };
  }

  RateGate gate() {
    return new RateGate(run.ledger().rates(), "poll " + run.id(), NO_LIMIT, clock);
  }

  PollLane lane() {
    return lane(Rounding.CEIL_SECOND);
  }

  PollLane lane(Rounding rounding) {
    return new PollLane(
        run.ledger(),
        run.id(),
        service,
        new PollSettings("https://v.test", "model", Rate.VIDGO, rounding, 2, DEADLINE),
        schedule,
        gate(),
        new Places(run.ledger().rates(), "in flight " + run.id(), 1000, () -> 0, () -> 0, clock),
        inFlight,
        new Consequences(
            new Quarantine(run.ledger().quarantines(), run.id(), 2),
            new Tolerance(run.ledger(), run.id(), 100, control)),
        control,
        clock);
  }
}

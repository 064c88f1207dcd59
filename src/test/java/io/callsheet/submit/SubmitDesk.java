package io.callsheet.submit;

import io.callsheet.lane.Consequences;
import io.callsheet.lane.InFlight;
import io.callsheet.lane.Places;
import io.callsheet.lane.Quarantine;
import io.callsheet.lane.RateGate;
import io.callsheet.lane.RunControl;
import io.callsheet.lane.Tolerance;
import io.callsheet.model.Credits;
import io.callsheet.provider.RenderRequest;
import io.callsheet.provider.SubmitOutcome;
import io.callsheet.testing.LedgerFile;
import io.callsheet.testing.LedgerRun;
import io.callsheet.testing.RecordingStore;
import io.callsheet.testing.ScriptedService;
import io.callsheet.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** A submit lane over a real ledger, a service that answers as told, and a clock that stands. */
final class SubmitDesk {
  /** So many that no slot is ever waited for: the clock stands. */
  private static final int NO_LIMIT = 60_000_000;

  final SettableClock clock = new SettableClock();
  final RunControl control = new RunControl(clock);
  final RecordingStore store = new RecordingStore();
  final ScriptedService service = new ScriptedService();
  final LedgerRun run;
  final Consequences consequences;
  final InFlight inFlight;
  final SubmitLane lane;

  SubmitDesk(LedgerFile file, int rows, Credits cap, int maxInFlight) {
    String[] pairs = new String[rows];
    for (int i = 0; i < rows; i++) {
      pairs[i] = "a.png+" + i + ".mp4";
    }
    this.run = file.run(clock, cap, pairs).staged();
    this.consequences =
        new Consequences(
            new Quarantine(run.ledger().quarantines(), run.id(), 2),
            new Tolerance(run.ledger(), run.id(), 100, control));
    this.inFlight = new InFlight(List.of(), control.bells()::ringAll);
    this.lane = lane(LedgerFile.EPOCH, maxInFlight);
  }

  SubmitLane lane(long epoch, int maxInFlight) {
    RateGate gate = new RateGate(run.ledger().rates(), "submit " + run.id(), NO_LIMIT, clock);
    Places places =
        new Places(
            run.ledger().rates(),
            "in flight " + run.id(),
            maxInFlight,
            inFlight::size,
            () -> 0,
            clock);
    DoubtBrake brake = new DoubtBrake(control, clock);
    return new SubmitLane(
        run.ledger(),
        run.id(),
        new Submission(
            run.ledger(),
            run.id(),
            epoch,
            service,
            store,
            new SubmitSettings("https://v.test", "model", Duration.ofHours(24)),
            new Reaction(gate, places, brake, control, clock),
            control,
            clock),
        gate,
        brake,
        consequences,
        control,
        places,
        inFlight);
  }

  void answer(Function<RenderRequest, SubmitOutcome> answer) {
    service.answering =
        new ScriptedService.Answering() {
          @Override
          public SubmitOutcome submit(RenderRequest request) {
            return answer.apply(request);
          }
        };
  }
}

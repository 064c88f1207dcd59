package io.callsheet.poll;

import io.callsheet.ledger.LateTask;
import io.callsheet.ledger.Ledger;
import io.callsheet.model.ChargeBasis;
import io.callsheet.model.Credits;
import io.callsheet.model.RunId;
import io.callsheet.provider.RenderService;
import io.callsheet.provider.StatusOutcome;

/** Asks once what became of tasks that turned up late, and books what they have cost. */
public record LateTasks(
    Ledger ledger, RunId run, RenderService service, String origin, PollSettings settings) {

  /** One that is still under way stays flagged; the next execution asks again. */
  public void settle() {
    for (LateTask late : ledger.lates().all(run)) {
      if (late.adjusted() == null && late.origin().equals(origin)) {
        settle(late, service.status(late.task()));
      }
    }
  }

  private Credits computed(LateTask late) {
    return settings.rate().price(late.expected(), late.resolution(), settings.rounding());
  }

  private void settle(LateTask late, StatusOutcome outcome) {
    if (outcome instanceof StatusOutcome.Finished finished) {
      Credits said = finished.charged();
      if (said != null) {
        ledger.lates().adjust(run, late, said, ChargeBasis.PROVIDER);
      } else {
        ledger.lates().adjust(run, late, computed(late), ChargeBasis.COMPUTED);
      }
    } else if (outcome instanceof StatusOutcome.Failed) {
      ledger.lates().adjust(run, late, Credits.ZERO, ChargeBasis.PROVIDER);
    }
  }
}

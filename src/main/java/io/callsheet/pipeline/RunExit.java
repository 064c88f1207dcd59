package io.callsheet.pipeline;

import io.callsheet.lane.Pause;
import io.callsheet.lane.RunControl;
import io.callsheet.ledger.Ledger;
import io.callsheet.ledger.RowCounts;
import io.callsheet.model.ExitCode;
import io.callsheet.model.RowState;
import io.callsheet.model.RunId;
import io.callsheet.model.RunPhase;
import java.util.Optional;

/** The exit code of an execution, by what stopped it and where its rows stand. */
public final class RunExit {
  private RunExit() {}

  static ExitCode of(RunControl control, Ledger ledger, RunId run) {
    return of(control, ledger, run, ledger.runs().get(run).phase() == RunPhase.ENDED);
  }

  /**
   * @param ended whether nothing is left to do
   */
  static ExitCode of(RunControl control, Ledger ledger, RunId run, boolean ended) {
    Optional<Pause> pause = control.pause();
    // What should have been mended before going on does not matter when nothing is left.
    RowCounts rows = ledger.counts(run);
    boolean matters =
        pause.isPresent()
            && !(ended && pause.get().kind().isMootAtEnd())
            && !(pause.get().kind() == Pause.Kind.TOLERATED && atWork(rows) == 0);
    if (matters) {
      return switch (pause.get().kind()) {
        case REFUSED -> ExitCode.REFUSED;
        case PLANNED -> ExitCode.DONE;
        case INTERNAL -> ExitCode.INTERNAL;
        case OWNER -> ExitCode.HELD;
        default -> control.isStopRequested() ? ExitCode.STOPPED : ExitCode.PAUSED;
      };
    }
    if (control.isStopRequested() && !ended) {
      return ExitCode.STOPPED;
    }
    return byRows(rows, ledger.plans().unselected(run));
  }

  /** The code that a run deserves by its rows alone; unselected ones do not count. */
  public static ExitCode byRows(RowCounts rows, long unselected) {
    if (atWork(rows) > 0) {
      return ExitCode.STOPPED;
    }
    if (rows.of(RowState.IN_DOUBT) + rows.overdue() > 0) {
      return ExitCode.DECISION;
    }
    long unsuccessful =
        rows.of(RowState.FAILED)
            + rows.of(RowState.REJECTED)
            + rows.of(RowState.NOT_RUN)
            - unselected;
    return unsuccessful > 0 ? ExitCode.UNSUCCESSFUL : ExitCode.DONE;
  }

  /** Rows that a resume would go on with by itself. */
  private static long atWork(RowCounts rows) {
    return rows.of(RowState.READY)
        + rows.of(RowState.STAGED)
        + rows.of(RowState.SUBMITTING)
        + rows.of(RowState.RENDERING)
        - rows.overdue()
        + rows.of(RowState.RENDERED);
  }
}

package io.callsheet.cli;

import io.callsheet.ledger.RowCounts;
import io.callsheet.ledger.Run;
import io.callsheet.model.RowState;
import io.callsheet.model.RunPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows a run as it goes on: two lines drawn again on a screen, plain lines in a pipe. */
final class Progress {
  private static final int BAR = 24;
  private static final Duration PLAIN_EVERY = Duration.ofSeconds(5);

  private final Terminal terminal;
  private final Clock clock;
  private @Nullable Instant began;
  private long endedAtStart;
  private @Nullable Instant shown;
  private String last = "";
  private boolean drawn;

  Progress(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  synchronized void show(Run run, RowCounts rows) {
    boolean spends = run.phase() == RunPhase.RUNNING || run.phase() == RunPhase.CLOSING;
    if (!spends && began == null) {
      return;
    }
    Instant now = clock.instant();
    if (began == null) {
      began = now;
      endedAtStart = rows.ended();
    }
    Duration elapsed = Duration.between(began, now);
    if (terminal.live()) {
      draw(run, rows, elapsed);
    } else if (shown == null || Duration.between(shown, now).compareTo(PLAIN_EVERY) >= 0) {
      plain(run, rows, now);
    }
  }

  /** Says what must not wait for the end. */
  synchronized void tell(String line) {
    erase();
    drawn = false;
    terminal.sayWrapped("  ", line);
  }

  private void draw(Run run, RowCounts rows, Duration elapsed) {
    erase();
    int full = (int) (BAR * rows.ended() / Math.max(1, rows.total()));
    String bar = "█".repeat(full) + "░".repeat(BAR - full);
    line(
        "  %s  %d of %d rows   %s%s"
            .formatted(
                bar, rows.ended(), rows.total(), Words.duration(elapsed), left(rows, elapsed)));
    line("  " + state(rows) + "   " + credits(run));
    drawn = true;
  }

  /** A line that the screen would break could not be drawn over. */
  private void line(String text) {
    terminal.say(Wrap.cut(text, terminal.width() - 1));
  }

  private void plain(Run run, RowCounts rows, Instant now) {
    String line =
        "%s: %d of %d rows ended; %s; %s"
            .formatted(run.id(), rows.ended(), rows.total(), state(rows), credits(run));
    if (!line.equals(last)) {
      terminal.say(line);
      last = line;
      shown = now;
    }
  }

  private String left(RowCounts rows, Duration elapsed) {
    long done = rows.ended() - endedAtStart;
    if (done < 3 || rows.open() == 0) {
      return "";
    }
    Duration left = elapsed.multipliedBy(rows.open()).dividedBy(done);
    return ", about " + Words.duration(left) + " left";
  }

  private static String state(RowCounts rows) {
    List<String> parts = new ArrayList<>();
    add(parts, rows.of(RowState.PENDING), "to plan");
    add(parts, rows.of(RowState.READY), "to upload");
    add(parts, rows.of(RowState.STAGED), "waiting");
    add(parts, rows.of(RowState.SUBMITTING), "submitting");
    add(parts, rows.of(RowState.RENDERING), "rendering");
    add(parts, rows.of(RowState.RENDERED), "to collect");
    add(parts, rows.of(RowState.IN_DOUBT), "in doubt");
    add(parts, rows.of(RowState.FAILED), "failed");
    return parts.isEmpty() ? "all rows ended" : String.join(" · ", parts);
  }

  private static void add(List<String> parts, long n, String what) {
    if (n > 0) {
      parts.add(n + " " + what);
    }
  }

  private static String credits(Run run) {
    String held = run.reserved().isZero() ? "" : ", " + run.reserved() + " reserved";
    return run.charged() + " charged" + held + " of " + run.cap() + " credits";
  }

  private void erase() {
    if (drawn) {
      terminal.out().print("\u001b[2A\u001b[J");
    }
  }

  /** Leaves the screen to what comes next. */
  synchronized void end() {
    if (drawn) {
      erase();
      terminal.out().flush();
      drawn = false;
    }
  }
}

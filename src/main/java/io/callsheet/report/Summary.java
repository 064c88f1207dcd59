package io.callsheet.report;

import io.callsheet.ledger.AuditBook;
import io.callsheet.ledger.BalanceBook.Reading;
import io.callsheet.ledger.Candidate;
import io.callsheet.ledger.Ledger;
import io.callsheet.ledger.ReportBook;
import io.callsheet.ledger.RowCounts;
import io.callsheet.ledger.Run;
import io.callsheet.model.Credits;
import io.callsheet.model.RowKey;
import io.callsheet.model.RowState;
import io.callsheet.model.RunId;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came of a run, in figures.
 *
 * @param exit code of the execution
 * @param estimated credits of all rows planned to render
 * @param overbilled what the service billed above its reserves
 * @param candidates where credits may be that nothing explains; empty while the balance is right
 * @param balance null if it was never read
 */
public record Summary(
    Run run,
    int exit,
    RowCounts rows,
    Credits estimated,
    AuditBook.Overbilled overbilled,
    List<Candidate> candidates,
    @Nullable Balance balance) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** Reads the figures of a run as they are now. */
  public static Summary of(Ledger ledger, RunId id, int exit) {
    Run run = ledger.runs().get(id);
    ReportBook.Sums sums = ledger.reports().sums(id);
    Balance balance = Balance.of(ledger.balances().readings(id));
    List<Candidate> candidates =
        balance != null && balance.isOff() ? ledger.audits().candidates(id) : List.of();
    return new Summary(
        run,
        exit,
        ledger.counts(id),
        sums.estimated(),
        ledger.audits().overbilled(id),
        candidates,
        balance);
  }

  /** Writes {@code summary.json} whole or not at all. */
  public void write(Path file) throws IOException {
    try (WholeFile whole = new WholeFile(file)) {
      whole.stream()
          .write((JSON.writeValueAsString(json()) + "\n").getBytes(StandardCharsets.UTF_8));
      whole.finish();
    }
  }

  private Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("run", run.id().toString());
    json.put("exit", exit);
    json.put("rows", rowsJson());
    Map<String, @Nullable Object> credits = new LinkedHashMap<>();
    credits.put("cap", number(run.cap()));
    credits.put("estimated", number(estimated));
    credits.put("reserved", number(run.reserved()));
    credits.put("charged", number(run.charged()));
    if (!overbilled.credits().isZero()) {
      credits.put("above_reserve", number(overbilled.credits()));
    }
    json.put("credits", credits);
    Map<String, @Nullable Object> money = new LinkedHashMap<>();
    money.put("opening", balance == null ? null : number(balance.opening()));
    money.put("added", balance == null ? null : number(balance.added()));
    money.put("closing", balance == null ? null : number(balance.closing()));
    money.put("unexplained", balance == null ? null : number(balance.unexplained()));
    if (balance != null && balance.isOff()) {
      money.put("candidates", candidates.stream().map(Summary::json).toList());
    }
    json.put("balance", money);
    Run.Approval approval = run.approval();
    if (approval != null) {
      json.put("approval", json(approval));
    }
    Map<String, @Nullable Object> times = new LinkedHashMap<>();
    times.put("created", time(run.createdAt()));
    times.put("started", time(run.startedAt()));
    times.put("ended", time(run.endedAt()));
    times.put("seconds", seconds(run.startedAt(), run.endedAt()));
    json.put("times", times);
    return json;
  }

  private static Map<String, @Nullable Object> json(Run.Approval approval) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("by", approval.by());
    json.put("at", Cell.time(approval.at()));
    json.put("credits", approval.credits() == null ? null : number(approval.credits()));
    return json;
  }

  private static Map<String, @Nullable Object> json(Candidate candidate) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("kind", candidate.kind().name().toLowerCase(Locale.ROOT));
    json.put("submissions", candidate.rows());
    json.put("credits", number(candidate.credits()));
    json.put("first_rows", candidate.first().stream().map(RowKey::value).toList());
    return json;
  }

  private Map<String, Object> rowsJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("total", rows.total());
    for (RowState state :
        List.of(
            RowState.SUCCEEDED,
            RowState.REUSED,
            RowState.FAILED,
            RowState.REJECTED,
            RowState.NOT_RUN,
            RowState.IN_DOUBT)) {
      json.put(state.word().replace('-', '_'), rows.of(state));
    }
    json.put("open", rows.open());
    json.put("overdue", rows.overdue());
    return json;
  }

  private static @Nullable BigDecimal number(Credits credits) {
    return Cell.credits(credits);
  }

  private static @Nullable String time(@Nullable Instant instant) {
    Instant seconds = Cell.time(instant);
    return seconds == null ? null : seconds.toString();
  }

  private static @Nullable BigDecimal seconds(@Nullable Instant from, @Nullable Instant to) {
    return from == null || to == null ? null : Cell.seconds(Duration.between(from, to));
  }

  /**
   * What the account's balance says of the run: {@code opening + added − closing = charged +
   * unexplained}.
   *
   * @param added rises seen between readings at rest
   */
  public record Balance(Credits opening, Credits added, Credits closing, Credits unexplained) {
    /** Services tell whole credits and bill fractions: two readings may be apart by one. */
    private static final Credits TOLERANCE = Credits.of(1);

    /** Whether more is unexplained than rounding can be. */
    public boolean isOff() {
      return unexplained.compareTo(TOLERANCE) > 0;
    }

    static @Nullable Balance of(List<Reading> readings) {
      if (readings.isEmpty()) {
        return null;
      }
      Reading first = readings.get(0);
      Reading last = readings.get(readings.size() - 1);
      Credits added = Credits.ZERO;
      Credits missing = Credits.ZERO;
      for (int i = 1; i < readings.size(); i++) {
        Reading before = readings.get(i - 1);
        Reading after = readings.get(i);
        Credits expected = before.credits().minus(after.charged().minus(before.charged()));
        if (after.credits().compareTo(expected) <= 0) {
          missing = missing.plus(expected.minus(after.credits()));
          continue;
        }
        Credits surplus = after.credits().minus(expected);
        // Booked late what had left before: an account that does not rise was not topped up.
        boolean rose = after.credits().compareTo(before.credits()) > 0;
        Credits late = rose ? Credits.ZERO : surplus.compareTo(missing) < 0 ? surplus : missing;
        missing = missing.minus(late);
        added = added.plus(surplus.minus(late));
      }
      Credits charged = last.charged().minus(first.charged());
      Credits unexplained = first.credits().plus(added).minus(last.credits()).minus(charged);
      return new Balance(first.credits(), added, last.credits(), unexplained);
    }
  }
}

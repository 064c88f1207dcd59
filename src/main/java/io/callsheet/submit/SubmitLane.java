package io.callsheet.submit;

import io.callsheet.lane.Consequences;
import io.callsheet.lane.InFlight;
import io.callsheet.lane.Lane;
import io.callsheet.lane.Places;
import io.callsheet.lane.RateGate;
import io.callsheet.lane.RunControl;
import io.callsheet.ledger.Answer;
import io.callsheet.ledger.Ledger;
import io.callsheet.ledger.SubmitRow;
import io.callsheet.model.RowState;
import io.callsheet.model.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sends staged rows to the service under its rate and in-flight limits. */
public final class SubmitLane implements Lane<SubmitRow, Answer> {
  public static final String NAME = "submit";

  private static final int NARROWEST = 8;
  private static final int WIDEST = 64;
  private static final int AHEAD = 32;

  private final Ledger ledger;
  private final RunId run;
  private final Submission submission;
  private final RateGate gate;
  private final DoubtBrake brake;
  private final Consequences consequences;
  private final RunControl control;
  private final Places places;
  private final InFlight inFlight;

  public SubmitLane(
      Ledger ledger,
      RunId run,
      Submission submission,
      RateGate gate,
      DoubtBrake brake,
      Consequences consequences,
      RunControl control,
      Places places,
      InFlight inFlight) {
    this.ledger = ledger;
    this.run = run;
    this.submission = submission;
    this.gate = gate;
    this.brake = brake;
    this.consequences = consequences;
    this.control = control;
    this.places = places;
    this.inFlight = inFlight;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<String> feeds() {
    return Set.of("poll");
  }

  @Override
  public int width() {
    return gate.width(NARROWEST, WIDEST);
  }

  @Override
  public long rowNo(SubmitRow row) {
    return row.no();
  }

  /** Every row at work may be a task of the service by the time it is counted. */
  @Override
  public int room(int atWork) {
    int idle = width() - atWork;
    if (idle <= 0) {
      return 0;
    }
    long free = places.free() - atWork;
    places.wereShort(free < idle);
    return brake.room((int) Math.min(free, idle), atWork);
  }

  @Override
  public boolean worksWhileDraining() {
    return false;
  }

  /** POSTs in flight get 10 s. */
  @Override
  public Duration patience() {
    return Duration.ofSeconds(10);
  }

  @Override
  public List<SubmitRow> claim(int limit) {
    return ledger.submits().due(run, limit);
  }

  @Override
  public int ahead() {
    return AHEAD;
  }

  @Override
  public Optional<Instant> nextDue() {
    return ledger.lanes().nextDue(run, RowState.STAGED);
  }

  @Override
  public @Nullable Answer work(SubmitRow row) throws InterruptedException {
    int refusals = places.refusals();
    if (control.isDraining() || !gate.pass(control::awaitUnlessDraining)) {
      return null;
    }
    consequences.await();
    if (control.isDraining() || places.refusals() != refusals || !brake.admits()) {
      return null;
    }
    if (brake.isOn() && !submission.serviceAnswers()) {
      brake.failed("the balance call is not answered");
      return null;
    }
    return submission.send(row);
  }

  @Override
  public void record(List<Answer> answers) {
    List<Long> refused =
        answers.stream()
            .filter(Answer.Refused.class::isInstance)
            .map(answer -> answer.attempt().rowNo())
            .toList();
    consequences.book(refused, () -> book(answers));
  }

  private void book(List<Answer> answers) {
    List<Long> accepted =
        answers.stream()
            .filter(Answer.Accepted.class::isInstance)
            .map(answer -> answer.attempt().rowNo())
            .toList();
    // First, for the poll lane may find a task finished as soon as the ledger knows it.
    accepted.forEach(inFlight::begin);
    Set<Long> rendering = ledger.submits().record(run, answers);
    accepted.stream().filter(row -> !rendering.contains(row)).forEach(inFlight::end);
  }
}

package io.callsheet.submit;

import io.callsheet.lane.Pause;
import io.callsheet.lane.RunControl;
import io.callsheet.ledger.Answer;
import io.callsheet.ledger.Attempt;
import io.callsheet.ledger.IntentOutcome;
import io.callsheet.ledger.Ledger;
import io.callsheet.ledger.SubmitRow;
import io.callsheet.model.RunId;
import io.callsheet.provider.BalanceOutcome;
import io.callsheet.provider.RenderRequest;
import io.callsheet.provider.RenderService;
import io.callsheet.storage.ObjectStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The one way by which a paid request leaves this program: durable intent, self-fence, POST once.
 */
public final class Submission {
  /**
   * After this long since the intent (a suspended machine, a full garbage collection) another
   * process may have taken over: the row is given back unsent. A third of the lease.
   */
  static final Duration FENCE = Duration.ofSeconds(10);

  private final Ledger ledger;
  private final RunId run;
  private final long epoch;
  private final RenderService service;
  private final SignedAddresses addresses;
  private final SubmitSettings settings;
  private final Reaction reaction;
  private final RunControl control;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  public Submission(
      Ledger ledger,
      RunId run,
      long epoch,
      RenderService service,
      ObjectStore store,
      SubmitSettings settings,
      Reaction reaction,
      RunControl control,
      InstantSource clock) {
    this.ledger = ledger;
    this.run = run;
    this.epoch = epoch;
    this.service = service;
    this.addresses = new SignedAddresses(store, settings.urlLife(), clock);
    this.settings = settings;
    this.reaction = reaction;
    this.control = control;
    this.clock = clock;
  }

  /** Whether the service answers the call that costs nothing. */
  boolean serviceAnswers() {
    return service.balance() instanceof BalanceOutcome.Known;
  }

  /** What came of sending the row; null if nothing was sent and nothing is to be recorded. */
  @Nullable Answer send(SubmitRow row) {
    IntentOutcome intent =
        ledger
            .submits()
            .intend(run, epoch, row, token(), RequestHash.of(row, settings), settings.origin());
    long written = System.nanoTime();
    if (intent instanceof IntentOutcome.Fenced fenced) {
      control.pause(new Pause(Pause.Kind.OWNER, fenced.why() + "; nothing more is sent"));
    }
    if (!(intent instanceof IntentOutcome.Begun begun)) {
      return null;
    }
    RenderRequest request = request(row);
    if (isFenced(begun.attempt(), written)) {
      return new Answer.NotTaken(
          begun.attempt(), 0, "not sent: too long since the intent", clock.instant());
    }
    return reaction.to(begun.attempt(), service.submit(request));
  }

  private RenderRequest request(SubmitRow row) {
    return new RenderRequest(
        addresses.of(row.image()),
        addresses.of(row.video()),
        row.orientation(),
        row.resolution(),
        row.prompt(),
        null);
  }

  /** The wall clock alone can be set back, the monotonic one alone stands still in a suspend. */
  private boolean isFenced(Attempt attempt, long written) {
    Duration wall = Duration.between(attempt.intentAt(), clock.instant()).abs();
    Duration monotonic = Duration.ofNanos(System.nanoTime() - written);
    return wall.compareTo(FENCE) > 0 || monotonic.compareTo(FENCE) > 0;
  }

  private String token() {
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}

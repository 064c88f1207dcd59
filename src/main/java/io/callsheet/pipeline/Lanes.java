package io.callsheet.pipeline;

import io.callsheet.asset.MediaProbe;
import io.callsheet.collect.CollectLane;
import io.callsheet.collect.Fetch;
import io.callsheet.collect.VideoFolder;
import io.callsheet.job.ProviderSettings;
import io.callsheet.lane.Consequences;
import io.callsheet.lane.InFlight;
import io.callsheet.lane.LaneSteps;
import io.callsheet.lane.Liveness;
import io.callsheet.lane.Places;
import io.callsheet.lane.Quarantine;
import io.callsheet.lane.RateGate;
import io.callsheet.lane.RunControl;
import io.callsheet.lane.Tolerance;
import io.callsheet.ledger.Ledger;
import io.callsheet.model.RunId;
import io.callsheet.model.RunPhase;
import io.callsheet.poll.PollLane;
import io.callsheet.poll.PollSchedule;
import io.callsheet.submit.DoubtBrake;
import io.callsheet.submit.Reaction;
import io.callsheet.submit.Submission;
import io.callsheet.submit.SubmitLane;
import io.callsheet.submit.SubmitSettings;
import io.callsheet.upload.StoredAssets;
import io.callsheet.upload.UploadLane;
import java.util.List;
import org.springframework.batch.core.step.Step;

/** Makes the four lanes of a run. */
final class Lanes {
  private final Campaign campaign;
  private final LaneSteps steps;
  private final VideoFolder videos;
  private final PollSchedule schedule;
  private final Tolerance tolerance;
  private final Quarantine quarantine;
  private final Consequences consequences;
  private final Places places;
  private final InFlight inFlight;

  Lanes(Campaign campaign, LaneSteps steps, VideoFolder videos) {
    this.campaign = campaign;
    this.steps = steps;
    this.videos = videos;
    this.tolerance =
        new Tolerance(
            campaign.ledger(),
            campaign.run(),
            campaign.job().failures().toleratePercent(),
            campaign.control());
    this.quarantine =
        new Quarantine(
            campaign.ledger().quarantines(),
            campaign.run(),
            campaign.job().failures().quarantine());
    this.consequences = new Consequences(quarantine, tolerance);
    this.inFlight =
        new InFlight(
            campaign.ledger().submits().rendering(campaign.run()),
            () -> campaign.control().bells().nudge(SubmitLane.NAME));
    this.places =
        new Places(
            campaign.ledger().rates(),
            "in flight " + campaign.job().provider().origin(),
            campaign.job().provider().maxInFlight(),
            inFlight::size,
            () ->
                campaign
                    .ledger()
                    .submits()
                    .renderingElsewhere(campaign.run(), campaign.job().provider().origin()),
            campaign.clock());
    this.schedule =
        new PollSchedule(
            campaign.ledger().polls()::times,
            campaign.job().provider().typicalRender(),
            campaign.job().provider().pollsPerMinute());
  }

  /** Side by side they bring every row from READY to its end. */
  List<Step> all() {
    // A run that was paused for its failures must not send one more row each time it is resumed.
    tolerance.check();
    quarantine.resume();
    RunControl control = campaign.control();
    Liveness live =
        new Liveness(() -> campaign.ledger().lanes().isLive(campaign.run(), control.isDraining()));
    return List.of(
        steps.step(upload(), live),
        steps.step(submit(), live),
        steps.step(poll(), live),
        steps.step(collect(), live));
  }

  private UploadLane upload() {
    return new UploadLane(
        campaign.ledger(),
        campaign.run(),
        new StoredAssets(campaign.store()),
        campaign.control(),
        campaign.clock());
  }

  private SubmitLane submit() {
    Ledger ledger = campaign.ledger();
    RunId run = campaign.run();
    ProviderSettings provider = campaign.job().provider();
    RateGate gate = gate("submit", provider.submitsPerMinute());
    DoubtBrake brake = new DoubtBrake(campaign.control(), campaign.clock());
    Reaction reaction = new Reaction(gate, places, brake, campaign.control(), campaign.clock());
    Submission submission =
        new Submission(
            ledger,
            run,
            campaign.epoch(),
            campaign.service(),
            campaign.store(),
            new SubmitSettings(
                provider.origin(), provider.model(), campaign.job().storage().urlLife()),
            reaction,
            campaign.control(),
            campaign.clock());
    return new SubmitLane(
        ledger, run, submission, gate, brake, consequences, campaign.control(), places, inFlight);
  }

  private PollLane poll() {
    return new PollLane(
        campaign.ledger(),
        campaign.run(),
        campaign.service(),
        campaign.pollSettings(retries()),
        schedule,
        gate("poll", campaign.job().provider().pollsPerMinute()),
        places,
        inFlight,
        consequences,
        campaign.control(),
        campaign.clock());
  }

  /** A closing run brings home what is paid and begins nothing. */
  private int retries() {
    boolean closing = campaign.ledger().runs().get(campaign.run()).phase() == RunPhase.CLOSING;
    return closing ? 0 : campaign.job().failures().retries();
  }

  private CollectLane collect() {
    Fetch fetch =
        new Fetch(
            campaign.service(), new MediaProbe(), videos, campaign.control(), campaign.clock());
    return new CollectLane(
        campaign.ledger(),
        campaign.run(),
        fetch,
        videos,
        tolerance,
        campaign.control(),
        campaign.clock());
  }

  private RateGate gate(String kind, int perMinute) {
    return new RateGate(
        campaign.ledger().rates(),
        kind + " " + campaign.job().provider().origin(),
        perMinute,
        campaign.clock());
  }
}

package io.callsheet.pipeline;

import io.callsheet.job.Job;
import io.callsheet.lane.RunControl;
import io.callsheet.ledger.Ledger;
import io.callsheet.ledger.PreviousRender;
import io.callsheet.model.Rate;
import io.callsheet.model.RunId;
import io.callsheet.plan.PlanRules;
import io.callsheet.plan.Selection;
import io.callsheet.poll.PollSettings;
import io.callsheet.provider.RenderService;
import io.callsheet.storage.ObjectStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Everything that one execution of a run works with.
 *
 * @param manifest the run's own copy
 * @param output where its files go
 * @param epoch of the lease under which it works
 * @param planOnly whether it ends once the plan is made
 * @param edges asked for only past the plan
 * @param approver who has approved the plan before seeing it, with {@code --yes}
 */
public record Campaign(
    Job job,
    RunId run,
    Path manifest,
    Path output,
    Selection selection,
    long epoch,
    boolean planOnly,
    Ledger ledger,
    Fetching fetching,
    Supplier<Edges> edges,
    GateView view,
    Optional<String> approver,
    RunControl control,
    InstantSource clock) {

  RenderService service() {
    return edges.get().service();
  }

  ObjectStore store() {
    return edges.get().store();
  }

  Rate rate() {
    return Rate.VIDGO;
  }

  PreviousRender.Service renderer() {
    return new PreviousRender.Service(
        job.provider().name(), job.provider().origin(), job.provider().model());
  }

  /**
   * @param retries of failed, unpaid tasks
   */
  PollSettings pollSettings(int retries) {
    return new PollSettings(
        job.provider().origin(),
        job.provider().model(),
        rate(),
        job.spend().rounding(),
        retries,
        job.failures().deadline());
  }

  PlanRules planRules() {
    return new PlanRules(
        rate(),
        job.spend().rounding(),
        job.spend().cap(),
        job.provider().name(),
        job.provider().origin(),
        job.provider().model());
  }
}

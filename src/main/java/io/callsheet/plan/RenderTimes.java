package io.callsheet.plan;

import io.callsheet.job.Job;
import io.callsheet.job.ProviderSettings;
import java.time.Duration;

/** How long a render takes here, as far as anybody knows. */
@FunctionalInterface
public interface RenderTimes {
  Duration typical();

  /** What the job says; else the contract's advice (vidgo-api, Status). */
  static RenderTimes assumed(Job job) {
    ProviderSettings provider = job.provider();
    Duration said = provider.typicalRender();
    if (said != null) {
      return () -> said;
    }
    return provider.isSandbox()
        ? () -> job.sandbox().renderMin().plus(job.sandbox().renderMax()).dividedBy(2)
        : () -> Duration.ofSeconds(10);
  }
}

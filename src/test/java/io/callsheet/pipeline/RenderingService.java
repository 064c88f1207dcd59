package io.callsheet.pipeline;

import io.callsheet.model.TaskId;
import io.callsheet.provider.RenderRequest;
import io.callsheet.provider.StatusOutcome;
import io.callsheet.provider.SubmitOutcome;
import java.net.URI;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Takes all, and renders each task for 300 to 500 ms. */
class RenderingService extends QuickService {
  private final Random random = new Random(6);
  private final ConcurrentHashMap<TaskId, Long> ends = new ConcurrentHashMap<>();

  @Override
  public SubmitOutcome submit(RenderRequest request) {
    TaskId task = new TaskId(UUID.randomUUID().toString());
    long millis = 300 + random.nextInt(200);
    ends.put(task, System.nanoTime() + millis * 1_000_000);
    return new SubmitOutcome.Accepted(task, 200, "");
  }

  @Override
  public StatusOutcome status(TaskId task) {
    return System.nanoTime() < ends.getOrDefault(task, 0L)
        ? new StatusOutcome.Working("running")
        : new StatusOutcome.Finished(URI.create("https://files.test/" + task), null);
  }
}

package io.callsheet.pipeline;

import io.callsheet.model.TaskId;
import io.callsheet.provider.DownloadOutcome;
import io.callsheet.provider.RenderRequest;
import io.callsheet.provider.StatusOutcome;
import io.callsheet.provider.SubmitOutcome;
import io.callsheet.testing.ScriptedService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes all, is done at the second look, delivers a sample; counts how many tasks are open. */
class QuickService implements ScriptedService.Answering {
  private static final Path SAMPLE = Path.of("samples/problems/files/blink.mp4");

  final AtomicInteger mostOpen = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();
  private final ConcurrentHashMap<TaskId, Integer> looks = new ConcurrentHashMap<>();

  @Override
  public SubmitOutcome submit(RenderRequest request) {
    mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
    return new SubmitOutcome.Accepted(new TaskId(UUID.randomUUID().toString()), 200, "");
  }

  @Override
  public StatusOutcome status(TaskId task) {
    int look = looks.merge(task, 1, Integer::sum);
    if (look == 1) {
      return new StatusOutcome.Working("running");
    }
    if (look == 2) {
      open.decrementAndGet();
    }
    return new StatusOutcome.Finished(URI.create("https://files.test/" + task), null);
  }

  @Override
  public DownloadOutcome download(URI file, Path target) {
    try {
      Files.copy(SAMPLE, target);
      return new DownloadOutcome.Fetched(Files.size(target));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.callsheet.testing;

import io.callsheet.model.Credits;
import io.callsheet.model.TaskId;
import io.callsheet.provider.BalanceOutcome;
import io.callsheet.provider.DownloadOutcome;
import io.callsheet.provider.RenderRequest;
import io.callsheet.provider.RenderService;
import io.callsheet.provider.StatusOutcome;
import io.callsheet.provider.SubmitOutcome;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A service that answers as a test says, and remembers what it was asked. */
public class ScriptedService implements RenderService {
  public final List<RenderRequest> submits = new CopyOnWriteArrayList<>();
  public final List<TaskId> polls = new CopyOnWriteArrayList<>();
  public final List<URI> downloads = new CopyOnWriteArrayList<>();
  public final AtomicInteger balances = new AtomicInteger();
  public volatile Answering answering = new Answering() {};

  @Override
  public SubmitOutcome submit(RenderRequest request) {
    submits.add(request);
    return answering.submit(request);
  }

  @Override
  public StatusOutcome status(TaskId task) {
    polls.add(task);
    return answering.status(task);
  }

  @Override
  public BalanceOutcome balance() {
    balances.incrementAndGet();
    return new BalanceOutcome.Known(Credits.of(5000));
  }

  @Override
  public DownloadOutcome download(URI file, Path target) {
    downloads.add(file);
    return answering.download(file, target);
  }

  /** What a test overrides. */
  public interface Answering {
    default SubmitOutcome submit(RenderRequest request) {
      return new SubmitOutcome.NotSent("no answer was scripted");
    }

    default StatusOutcome status(TaskId task) {
      return new StatusOutcome.NoAnswer(0, "no answer was scripted");
    }

    default DownloadOutcome download(URI file, Path target) {
      return new DownloadOutcome.Broken(0, "no answer was scripted");
    }
  }
}

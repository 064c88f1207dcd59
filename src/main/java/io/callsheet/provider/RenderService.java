package io.callsheet.provider;

import io.callsheet.model.TaskId;
import java.net.URI;
import java.nio.file.Path;

/**
 * A rendering service. Nothing here throws for what the service or the network does: every way a
 * call can end is a value. All calls have time limits and may be made from many threads.
 */
public interface RenderService {
  /**
   * Sends one paid request, once. There is no retry below this method, and no redirect is followed.
   *
   * <p>An interrupt while the answer is awaited ends the call as {@link SubmitOutcome.InDoubt} and
   * leaves the thread interrupted.
   */
  SubmitOutcome submit(RenderRequest request);

  /** Asks where a task stands; free. */
  StatusOutcome status(TaskId task);

  /** Asks for the account's balance; free, but not to be called often (vidgo-api, Credits). */
  BalanceOutcome balance();

  /**
   * Fetches a result file into {@code target}, which must not exist. The account's key is never
   * sent along. On any other outcome than {@link DownloadOutcome.Fetched} nothing is left at {@code
   * target}.
   */
  DownloadOutcome download(URI file, Path target);
}

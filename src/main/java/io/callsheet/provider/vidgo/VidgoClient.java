package io.callsheet.provider.vidgo;

import io.callsheet.model.TaskId;
import io.callsheet.provider.BalanceOutcome;
import io.callsheet.provider.DownloadOutcome;
import io.callsheet.provider.RenderRequest;
import io.callsheet.provider.RenderService;
import io.callsheet.provider.StatusOutcome;
import io.callsheet.provider.SubmitOutcome;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;

/** The rendering service as the page "The Vidgo API" describes it. */
public final class VidgoClient implements RenderService, AutoCloseable {
  /** A result is a clip of 30 s at most; whatever is larger than this is no result. */
  private static final long LARGEST_RESULT = 1L << 30;

  private final String model;
  private final VidgoTimeouts timeouts;
  private final PlainWords words;
  private final VidgoHttp http;
  private final SubmitVerdict submitVerdict;
  private final StatusVerdict statusVerdict;
  private final BalanceVerdict balanceVerdict;
  private final ResultFetcher results;

  /**
   * @param baseUrl scheme, host and, where the service lives below one, a path
   * @param clock tells how far off a {@code Retry-After} date is
   * @throws IllegalArgumentException if the address or the key cannot be used; the message never
   *     holds the key
   */
  public VidgoClient(
      URI baseUrl, String apiKey, String model, VidgoTimeouts timeouts, InstantSource clock) {
    this.model = model;
    this.timeouts = timeouts;
    this.words = new PlainWords(apiKey.strip());
    this.http = new VidgoHttp(baseUrl, apiKey.strip(), timeouts.connect());
    this.submitVerdict = new SubmitVerdict(words, clock);
    this.statusVerdict = new StatusVerdict(words, clock);
    this.balanceVerdict = new BalanceVerdict(words);
    this.results =
        new ResultFetcher(
            http.client(),
            new ResultUrlRule(baseUrl, ResultUrlRule.DNS),
            words,
            timeouts.download(),
            timeouts.downloadIdle(),
            LARGEST_RESULT);
  }

  @Override
  public SubmitOutcome submit(RenderRequest request) {
    OneShotBody body = new OneShotBody(SubmitJson.of(model, request));
    HttpRequest post =
        http.request("/api/generate/submit")
            .header("Content-Type", "application/json")
            .POST(body)
            .build();
    try {
      return submitVerdict.ofReply(http.sendPaid(post, timeouts.submit()));
    } catch (IOException e) {
      return submitVerdict.ofFailure(e, body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return submitVerdict.ofFailure(interrupted(e), body);
    }
  }

  @Override
  public StatusOutcome status(TaskId task) {
    String segment = URLEncoder.encode(task.value(), StandardCharsets.UTF_8).replace("+", "%20");
    return get(
        "/api/generate/status/" + segment,
        timeouts.status(),
        statusVerdict::ofReply,
        message -> new StatusOutcome.NoAnswer(0, message));
  }

  @Override
  public BalanceOutcome balance() {
    return get(
        "/api/user/balance",
        timeouts.balance(),
        balanceVerdict::ofReply,
        message -> new BalanceOutcome.NoAnswer(0, message));
  }

  @Override
  public DownloadOutcome download(URI file, Path target) {
    return results.fetch(file, target);
  }

  /** Ends the threads; a call that is still going on fails. */
  @Override
  public void close() {
    http.close();
  }

  private <T> T get(
      String path, Duration limit, Function<Reply, T> read, Function<String, T> noAnswer) {
    try {
      return read.apply(http.send(http.request(path).GET().build(), limit));
    } catch (IOException e) {
      return noAnswer.apply(words.clean(Trouble.say(e)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return noAnswer.apply(Trouble.say(interrupted(e)));
    }
  }

  private static IOException interrupted(InterruptedException cause) {
    InterruptedIOException trouble = new InterruptedIOException("interrupted");
    trouble.initCause(cause);
    return trouble;
  }
}

package io.callsheet.sandbox;

import io.callsheet.job.SandboxSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Puts the parts of the sandbox together and starts them. */
final class Startup {
  private static final int TASK_ID_LENGTH = 16;

  private final SandboxSettings settings;
  private final Clock clock;
  private final MediaCheck media;
  private final CallbackRule callbacks;
  private final Tokens tokens = new Tokens(new SecureRandom());
  private final Closing parts = new Closing();

  Startup(SandboxSettings settings, Clock clock, MediaCheck media, CallbackRule callbacks) {
    this.settings = settings;
    this.clock = clock;
    this.media = media;
    this.callbacks = callbacks;
  }

  /**
   * @param port of the stand-in for Vidgo; 0 for that of last time if it is free, else any
   */
  Sandbox start(Path folder, int port) throws IOException {
    // Only pictures are drawn; a machine without a display must not matter.
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
    try {
      return open(parts.add(SandboxHome.open(folder)), port);
    } catch (IOException | RuntimeException e) {
      closeAfter(e);
      throw e;
    }
  }

  private void closeAfter(Exception cause) {
    try {
      parts.close();
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  private Sandbox open(SandboxHome home, int port) throws IOException {
    Account account = home.account(settings.balance(), tokens).toppedUpTo(settings.balance());
    // Before any charge: a kill from here on must not change with how much the account began.
    home.save(account);
    // Opened before the server and so closed after it: a submit under way can still be kept.
    Journal journal = parts.add(Journal.open(home.resolve("tasks.jsonl")));
    CompletableFuture<S3Server> s3 =
        CompletableFuture.supplyAsync(() -> startS3(home.resolve("s3"), account));
    try {
      VidgoServer vidgo = parts.add(VidgoServer.bind(port, account.vidgoPort()));
      serve(vidgo, home, account, journal);
      S3Server store = s3.join();
      home.save(account.at(vidgo.port(), store.port()));
      return new Sandbox(parts, account, vidgo.url(), store.url());
    } catch (CompletionException e) {
      throw e.getCause() instanceof UncheckedIOException io ? io.getCause() : new IOException(e);
    } finally {
      // If the other server did not start, this one may still be starting.
      var unused = s3.handle((store, problem) -> store).join();
    }
  }

  private S3Server startS3(Path folder, Account account) {
    try {
      return parts.add(S3Server.start(folder, account));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(VidgoServer vidgo, SandboxHome home, Account account, Journal journal)
      throws IOException {
    // Another course of faults at each start, or a fault early in it would strike for ever.
    var dice = new FaultDice(settings.faults(), new SplittableRandom(journal.found().size()));
    var book =
        new TaskBook(
            settings, account.opening(), journal, dice, () -> tokens.next(TASK_ID_LENGTH), clock);
    var characters = new Characters(home.resolve("characters"));
    var links = new ResultLinks(vidgo.url(), account.signingKey(), settings.resultLife());
    RenderCache renders = parts.add(new RenderCache(home.resolve("renders"), characters));
    Webhooks webhooks = parts.add(new Webhooks(links, clock));
    ApiKey key = new ApiKey(account.apiKey());
    vidgo.serve(
        new Router(
            new SubmitEndpoint(
                key,
                new SubmitLimit(settings.submitsPerMinute()),
                new SubmitRules(callbacks),
                new ReferenceFetcher(media, characters, home.resolve("incoming")),
                book,
                renders,
                webhooks,
                dice,
                clock),
            new StatusEndpoint(key, book, links, dice, clock),
            new BalanceEndpoint(key, book),
            new ResultEndpoint(links, book, renders, dice, clock)));
  }
}

package io.callsheet.provider.vidgo;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Takes the beginning of a body as text. A body that is too long or breaks off ends with what there
 * is of it: the status line in front of it still counts, and half an answer is no valid JSON.
 */
final class BoundedBody implements BodySubscriber<String> {
  private final int limit;
  private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
  private final CompletableFuture<String> text = new CompletableFuture<>();
  private @Nullable Subscription subscription;

  BoundedBody(int limit) {
    this.limit = limit;
  }

  @Override
  public CompletionStage<String> getBody() {
    return text;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    this.subscription = subscription;
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      byte[] bytes = new byte[Math.min(buffer.remaining(), limit - taken.size())];
      boolean tooMuch = bytes.length < buffer.remaining();
      buffer.get(bytes);
      taken.writeBytes(bytes);
      if (tooMuch && subscription != null) {
        subscription.cancel();
        onComplete();
        return;
      }
    }
  }

  @Override
  public void onError(Throwable trouble) {
    onComplete();
  }

  @Override
  public void onComplete() {
    if (!text.isDone()) {
      text.complete(taken.toString(StandardCharsets.UTF_8));
    }
  }
}

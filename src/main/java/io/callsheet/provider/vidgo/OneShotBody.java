package io.callsheet.provider.vidgo;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The body of a paid request. It is handed out at most once, and it knows whether it was.
 *
 * <p>Java's client asks for a body when the connection stands, TLS included, and the headers are
 * out. A body that was never asked for, and was withdrawn so that it never can be, proves that the
 * service holds no complete request.
 *
 * <p>The client repeats no POST by itself, unless {@code jdk.httpclient.enableAllMethodRetry} is
 * set. As a second asking for the body fails, no second request is ever complete, not even then.
 */
final class OneShotBody implements BodyPublisher {
  private enum State {
    FRESH,
    HANDED_OUT,
    WITHDRAWN
  }

  private final byte[] bytes;
  private final AtomicReference<State> state = new AtomicReference<>(State.FRESH);

  OneShotBody(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /** True if no byte was handed out; from then on none will be. */
  boolean withdraw() {
    return state.compareAndSet(State.FRESH, State.WITHDRAWN) || state.get() == State.WITHDRAWN;
  }

  @Override
  public long contentLength() {
    return bytes.length;
  }

  @Override
  public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
    subscriber.onSubscribe(new Handover(subscriber));
  }

  private final class Handover implements Subscription {
    private final Subscriber<? super ByteBuffer> subscriber;
    private boolean over;

    Handover(Subscriber<? super ByteBuffer> subscriber) {
      this.subscriber = subscriber;
    }

    @Override
    public void request(long count) {
      if (over) {
        return;
      }
      over = true;
      if (state.compareAndSet(State.FRESH, State.HANDED_OUT)) {
        subscriber.onNext(ByteBuffer.wrap(bytes).asReadOnlyBuffer());
        subscriber.onComplete();
      } else {
        subscriber.onError(new IOException("a paid request is sent once"));
      }
    }

    @Override
    public void cancel() {
      over = true;
    }
  }
}
